package io.hdlgen.flow.vivado;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.sim.cycle.Simulator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A design with registers, written and read one word after the other. */
final class SimulatedRegisters {
  private static final int LIMIT = 1000;

  private final Simulator simulator;
  private final List<Field> outputs;
  private final RegisterMap map;

  SimulatedRegisters(HardwareDesign hardware) {
    simulator = new Simulator(hardware.netlist());
    outputs = hardware.signature().outputs();
    map = hardware.signature().registers().orElseThrow();
    simulator.setReset(true);
    simulator.evaluate();
    simulator.clock();
    simulator.setReset(false);
  }

  void write(int offset, long word) {
    simulator.setInput("s_axi_awaddr", offset);
    simulator.setInput("s_axi_wdata", word);
    simulator.setInput("s_axi_wstrb", 0xf);
    simulator.setInput("s_axi_awvalid", 1);
    simulator.setInput("s_axi_wvalid", 1);
    simulator.setInput("s_axi_bready", 1);
    boolean address = false;
    boolean data = false;
    for (int cycle = 0; ; cycle++) {
      assertThat(cycle).as("cycles").isLessThan(LIMIT);
      simulator.evaluate();
      address |= high("s_axi_awready");
      data |= high("s_axi_wready");
      boolean answered = high("s_axi_bvalid");
      long response = simulator.output("s_axi_bresp").toLong();
      simulator.clock();
      simulator.setInput("s_axi_awvalid", address ? 0 : 1);
      simulator.setInput("s_axi_wvalid", data ? 0 : 1);
      if (answered) {
        assertThat(response).as("answer to a write of %d", offset).isZero();
        return;
      }
    }
  }

  long read(int offset) {
    simulator.setInput("s_axi_araddr", offset);
    simulator.setInput("s_axi_arvalid", 1);
    simulator.setInput("s_axi_rready", 1);
    boolean address = false;
    for (int cycle = 0; ; cycle++) {
      assertThat(cycle).as("cycles").isLessThan(LIMIT);
      simulator.evaluate();
      address |= high("s_axi_arready");
      boolean answered = high("s_axi_rvalid");
      long word = simulator.output("s_axi_rdata").toLong();
      simulator.clock();
      simulator.setInput("s_axi_arvalid", address ? 0 : 1);
      if (answered) {
        return word;
      }
    }
  }

  /** Waits for the results, and gives offset and word of each. */
  Map<Integer, Long> values() {
    for (int tries = 0; (read(RegisterMap.STATUS) >> RegisterMap.DONE_BIT & 1) == 0; tries++) {
      assertThat(tries).as("tries").isLessThan(LIMIT);
    }
    Map<Integer, Long> values = new TreeMap<>();
    for (Field field : outputs) {
      map.offsets(field).forEach(offset -> values.put(offset, read(offset)));
    }
    return values;
  }

  /** The same as a dictionary of Python. */
  String results() {
    return values().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private boolean high(String port) {
    return simulator.output(port).toLong() != 0;
  }
}
