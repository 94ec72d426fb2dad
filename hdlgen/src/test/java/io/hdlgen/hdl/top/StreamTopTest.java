package io.hdlgen.hdl.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.testing.Designs;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamTopTest {
  private final HardwareDesign design = Designs.SHIFT_RELU.compile();
  private final HdlModule top = design.netlist().top();

  @Test
  void portsAreTwoStreamsAndAnErrorFlag() {
    List<String> ports = new ArrayList<>();
    top.inputs().forEach(port -> ports.add(port.name() + " " + port.width()));
    top.outputs().forEach(port -> ports.add(port.name() + " " + port.width()));
    assertThat(ports)
        .containsExactly(
            "s_axis_tdata 16",
            "s_axis_tvalid 1",
            "s_axis_tlast 1",
            "m_axis_tready 1",
            "s_axis_tready 1",
            "m_axis_tdata 8",
            "m_axis_tvalid 1",
            "m_axis_tlast 1",
            "error_o 1");
  }

  @Test
  void noInputReachesAnOutputWithoutARegister() {
    for (Node.Output output : top.outputs()) {
      Deque<Integer> work = new ArrayDeque<>(List.of(output.operand()));
      while (!work.isEmpty()) {
        Node node = top.node(work.remove());
        assertThat(node).as(output.name()).isNotInstanceOf(Node.Input.class);
        if (!(node instanceof Node.Register)) {
          work.addAll(node.operands());
        }
      }
    }
  }

  /** One flag a rank, and four around them; data need no reset. */
  @Test
  void flagsAreResetToZeroAndDataAreNot() {
    List<String> flags = new ArrayList<>();
    List<String> data = new ArrayList<>();
    for (Node node : top.nodes()) {
      if (node instanceof Node.Register register) {
        (register.reset() == null ? data : flags).add(register.origin().role());
        assertThat(register.reset() == null || register.reset().equals(BigInteger.ZERO)).isTrue();
      }
    }
    assertThat(flags)
        .containsExactly("move", "valid1", "valid2", "valid3", "out_valid", "skid_valid", "error");
    assertThat(data).containsExactly("skid", "out");
    assertThat(design.signature().latencyCycles()).isEqualTo(4);
  }
}
