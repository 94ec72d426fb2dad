package io.hdlgen.sim.check;

import io.hdlgen.sim.cycle.Simulator;
import java.util.Arrays;

/** The AXI4-Lite ports of a simulated design. */
final class BusPorts {
  private final Simulator simulator;
  private final PortRecords records;

  BusPorts(Simulator simulator, PortRecords records) {
    this.simulator = simulator;
    this.records = records;
  }

  PortRecords records() {
    return records;
  }

  Simulator simulator() {
    return simulator;
  }

  /** What the design drives. */
  long out(String port) {
    return simulator.output(port).toLong();
  }

  boolean high(String port) {
    return out(port) != 0;
  }

  /** Sets a port in an input record. */
  void put(byte[] inputs, String port, long value) {
    int width = port.equals(PortRecords.RESET) ? 1 : simulator.input(port).width();
    BitFields.put(inputs, records.inputs().offset(port), 0, width, value & BitFields.mask(width));
  }

  /** Bytes that count: responses only while they are valid. */
  void putMask(byte[] mask, int at) {
    Arrays.fill(mask, at, at + records.outputs().size(), (byte) -1);
    if (!high("s_axi_bvalid")) {
      clear(mask, at, "s_axi_bresp");
    }
    if (!high("s_axi_rvalid")) {
      clear(mask, at, "s_axi_rresp");
      clear(mask, at, "s_axi_rdata");
    }
  }

  private void clear(byte[] mask, int at, String port) {
    int from = at + records.outputs().offset(port);
    Arrays.fill(mask, from, from + (simulator.output(port).width() + 7) / 8, (byte) 0);
  }
}
