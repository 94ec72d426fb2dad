package io.hdlgen.boards.vivado;

import io.hdlgen.hdl.dma.DmaWords;
import io.hdlgen.hdl.load.LoadRegister;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.Register.Access;
import io.hdlgen.hdl.signature.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A module that Vivado gets as a core: clock {@code clk_i}, reset {@code rst_i}, interfaces, and
 * what else comes out.
 *
 * @param outputs other outputs of one bit
 * @param registers behind the interface {@code s_axi}; none without it
 */
record Core(
    String name,
    String description,
    List<CoreBus> buses,
    List<String> outputs,
    List<Register> registers) {
  static final String CLOCK = "clk_i";
  static final String RESET = "rst_i";
  static final String INTERRUPT = "irq_o";
  private static final String REGISTERS = "s_axi";
  private static final String ERROR = "error_o";

  Core {
    buses = List.copyOf(buses);
    outputs = List.copyOf(outputs);
    registers = List.copyOf(registers);
  }

  /** The top of a design with a clock. */
  static Core of(Signature signature) {
    String description = "A neural network by hdlgen";
    if (signature.bus() == Bus.AXI4_LITE) {
      return new Core(
          signature.top(),
          description,
          List.of(CoreBus.registers(REGISTERS, signature.registers().orElseThrow().addressBits())),
          List.of(INTERRUPT),
          signature.registers().orElseThrow().registers());
    }
    List<CoreBus> buses = new ArrayList<>();
    buses.add(CoreBus.stream("s_axis", false, signature.inputBits(), false));
    buses.add(CoreBus.stream("m_axis", true, signature.outputBits(), false));
    List<Register> registers = List.of();
    if (signature.loadable().isPresent()) {
      buses.add(CoreBus.registers(REGISTERS, LoadRegister.ADDRESS_BITS));
      registers = loadRegisters();
    }
    return new Core(signature.top(), description, buses, List.of(ERROR), registers);
  }

  /** The adapter between a design's streams and those of a direct memory access. */
  static Core adapter(String name, DmaWords words) {
    return new Core(
        name,
        "Words of a direct memory access to beats of a design by hdlgen, and back",
        List.of(
            CoreBus.stream("s_axis", false, words.wordBits(), false),
            CoreBus.stream("m_beat", true, words.beatBits(), false),
            CoreBus.stream("s_result", false, words.resultBits(), false),
            CoreBus.stream("m_axis", true, words.wordBits(), true)),
        List.of(ERROR),
        List.of());
  }

  private static List<Register> loadRegisters() {
    return Arrays.stream(LoadRegister.values())
        .map(register -> new Register(register.name(), register.offset(), access(register), ""))
        .toList();
  }

  private static Access access(LoadRegister register) {
    return switch (register) {
      case ID, VERSION, STATUS, SHAPE, WORDS, POSITION -> Access.READ;
      case CONTROL, CRC -> Access.READ_WRITE;
      case DATA -> Access.WRITE;
    };
  }

  /** All ports: clock and reset, those of the interfaces, the others. */
  List<CorePort> ports() {
    List<CorePort> ports = new ArrayList<>();
    ports.add(CorePort.in(CLOCK, 1));
    ports.add(CorePort.in(RESET, 1));
    buses.forEach(bus -> ports.addAll(bus.ports()));
    outputs.forEach(output -> ports.add(CorePort.out(output, 1)));
    return ports;
  }
}
