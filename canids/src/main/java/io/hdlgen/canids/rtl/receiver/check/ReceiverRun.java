package io.hdlgen.canids.rtl.receiver.check;

import io.hdlgen.canids.rtl.receiver.ReceiverPorts;
import io.hdlgen.canids.simulate.ClockedRun;
import io.hdlgen.canids.wire.Waveform;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.check.PortRecords;
import io.hdlgen.sim.verilator.VerilatorModel;

/** Runs a receiver on a waveform, from its reset on. */
final class ReceiverRun {
  private ReceiverRun() {}

  /** In the Java simulation. */
  static OutputReader inJava(Netlist receiver, Waveform wave) {
    OutputReader reader = new OutputReader();
    ClockedRun.inJava(
        receiver, driver(wave), (clock, outputs) -> reader.read(clock, outputs::number));
    return reader;
  }

  /**
   * In Verilator.
   *
   * @param model built from the receiver's Verilog with the records of {@code ports}
   */
  static OutputReader inVerilator(VerilatorModel model, PortRecords ports, Waveform wave) {
    OutputReader reader = new OutputReader();
    ClockedRun.inVerilator(
        model, ports, 1, driver(wave), (clock, outputs) -> reader.read(clock, outputs::number));
    return reader;
  }

  private static ClockedRun.Driver driver(Waveform wave) {
    return (clock, pins) -> {
      if (clock >= 0 && !wave.hasNext()) {
        return false;
      }
      pins.set(ReceiverPorts.LINE, clock < 0 || wave.next() ? 1 : 0);
      return true;
    };
  }
}
