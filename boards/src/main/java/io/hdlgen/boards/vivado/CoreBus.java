package io.hdlgen.boards.vivado;

import java.util.ArrayList;
import java.util.List;

/**
 * Ports of a core that belong together.
 *
 * @param name of the interface, with which the names of its ports begin
 * @param isMaster whether the core begins transfers
 */
record CoreBus(String name, Kind kind, boolean isMaster, List<CorePort> ports) {
  enum Kind {
    STREAM,
    REGISTERS
  }

  private static final int WORD = 32;

  CoreBus {
    ports = List.copyOf(ports);
  }

  /** Data, valid, ready and last; with {@code keep}, a bit for each byte as well. */
  static CoreBus stream(String name, boolean isMaster, int bits, boolean keep) {
    List<CorePort> ports = new ArrayList<>();
    ports.add(new CorePort(name + "_tdata", isMaster, bits));
    if (keep) {
      ports.add(new CorePort(name + "_tkeep", isMaster, bits / Byte.SIZE));
    }
    ports.add(new CorePort(name + "_tlast", isMaster, 1));
    ports.add(new CorePort(name + "_tvalid", isMaster, 1));
    ports.add(new CorePort(name + "_tready", !isMaster, 1));
    return new CoreBus(name, Kind.STREAM, isMaster, ports);
  }

  /** AXI4-Lite with words of 32 bits. */
  static CoreBus registers(String name, int addressBits) {
    return new CoreBus(
        name,
        Kind.REGISTERS,
        false,
        List.of(
            CorePort.in(name + "_awaddr", addressBits),
            CorePort.in(name + "_awprot", 3),
            CorePort.in(name + "_awvalid", 1),
            CorePort.out(name + "_awready", 1),
            CorePort.in(name + "_wdata", WORD),
            CorePort.in(name + "_wstrb", WORD / Byte.SIZE),
            CorePort.in(name + "_wvalid", 1),
            CorePort.out(name + "_wready", 1),
            CorePort.out(name + "_bresp", 2),
            CorePort.out(name + "_bvalid", 1),
            CorePort.in(name + "_bready", 1),
            CorePort.in(name + "_araddr", addressBits),
            CorePort.in(name + "_arprot", 3),
            CorePort.in(name + "_arvalid", 1),
            CorePort.out(name + "_arready", 1),
            CorePort.out(name + "_rdata", WORD),
            CorePort.out(name + "_rresp", 2),
            CorePort.out(name + "_rvalid", 1),
            CorePort.in(name + "_rready", 1)));
  }
}
