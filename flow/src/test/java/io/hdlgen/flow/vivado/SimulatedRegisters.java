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

  private final RegisterBus bus;
  private final List<Field> outputs;
  private final RegisterMap map;

  SimulatedRegisters(HardwareDesign hardware) {
    Simulator simulator = new Simulator(hardware.netlist());
    outputs = hardware.signature().outputs();
    map = hardware.signature().registers().orElseThrow();
    simulator.setReset(true);
    simulator.evaluate();
    simulator.clock();
    simulator.setReset(false);
    bus = new RegisterBus(simulator);
  }

  void write(int offset, long word) {
    bus.write(offset, word);
  }

  /** Waits for the results, and gives offset and word of each. */
  Map<Integer, Long> values() {
    for (int tries = 0; (bus.read(RegisterMap.STATUS) >> RegisterMap.DONE_BIT & 1) == 0; tries++) {
      assertThat(tries).as("tries").isLessThan(LIMIT);
    }
    Map<Integer, Long> values = new TreeMap<>();
    for (Field field : outputs) {
      map.offsets(field).forEach(offset -> values.put(offset, bus.read(offset)));
    }
    return values;
  }

  /** The same as a dictionary of Python. */
  String results() {
    return values().entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
