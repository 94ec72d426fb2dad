package io.hdlgen.hdl.netlist;

import java.util.List;

/**
 * A module of a netlist: nodes in an order in which all but registers read backwards.
 *
 * <p>The clock {@code clk_i} and the synchronous, high-active reset {@code rst_i} are not nodes:
 * every module that holds a register, or an instance of one that does, has the clock; likewise the
 * reset for registers with a reset value.
 *
 * @param name a Verilog identifier
 */
public record HdlModule(String name, List<Node> nodes) {
  public HdlModule {
    nodes = List.copyOf(nodes);
  }

  public Node node(int index) {
    return nodes.get(index);
  }

  /** The input ports, in order. */
  public List<Node.Input> inputs() {
    return nodes.stream().filter(Node.Input.class::isInstance).map(Node.Input.class::cast).toList();
  }

  /** The output ports, in order. */
  public List<Node.Output> outputs() {
    return nodes.stream()
        .filter(Node.Output.class::isInstance)
        .map(Node.Output.class::cast)
        .toList();
  }
}
