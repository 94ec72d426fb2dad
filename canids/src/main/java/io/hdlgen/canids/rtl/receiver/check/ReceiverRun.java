package io.hdlgen.canids.rtl.receiver.check;

import io.hdlgen.canids.rtl.receiver.ReceiverPorts;
import io.hdlgen.canids.wire.Waveform;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.check.PortRecords;
import io.hdlgen.sim.cycle.Probe;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.verilator.VerilatorModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Runs a receiver on a waveform, from its reset on. Clock 0 is the first after the reset. */
final class ReceiverRun {
  private ReceiverRun() {}

  /** In the Java simulation. */
  static OutputReader inJava(Netlist receiver, Waveform wave) {
    Simulator simulator = new Simulator(receiver);
    Map<String, Probe> probes = new LinkedHashMap<>();
    receiver.top().outputs().forEach(o -> probes.put(o.name(), simulator.output(o.name())));
    ToLongFunction<String> outputs = port -> probes.get(port).toLong();
    simulator.setInput(ReceiverPorts.LINE, 1);
    simulator.setReset(true);
    simulator.evaluate();
    simulator.clock();
    simulator.setReset(false);
    OutputReader reader = new OutputReader();
    for (long clock = 0; wave.hasNext(); clock++) {
      simulator.setInput(ReceiverPorts.LINE, wave.next() ? 1 : 0);
      simulator.evaluate();
      reader.read(clock, outputs);
      simulator.clock();
    }
    return reader;
  }

  /**
   * In Verilator.
   *
   * @param model built from the receiver's Verilog with the records of {@code ports}
   */
  static OutputReader inVerilator(VerilatorModel model, PortRecords ports, Waveform wave) {
    RecordLayout in = ports.inputs();
    int reset = in.offset("rst_i");
    int line = in.offset(ReceiverPorts.LINE);
    OutputReader reader = new OutputReader();
    Record record = new Record(ports.outputs());
    boolean[] isReset = {true};
    model.run(
        1,
        (inputs, at, note, noteAt) -> {
          if (!isReset[0] && !wave.hasNext()) {
            return false;
          }
          inputs[at + reset] = (byte) (isReset[0] ? 1 : 0);
          inputs[at + line] = (byte) (isReset[0] || wave.next() ? 1 : 0);
          isReset[0] = false;
          return true;
        },
        0,
        (cycle, note, noteAt, outputs, at) -> {
          if (cycle > 0) {
            record.move(outputs, at);
            reader.read(cycle - 1, record);
          }
          return true;
        });
    return reader;
  }

  /** The values of ports in a record. */
  private static final class Record implements ToLongFunction<String> {
    private final Map<String, int[]> places = new LinkedHashMap<>();
    private byte[] bytes;
    private int start;

    Record(RecordLayout layout) {
      layout
          .ports()
          .forEach(p -> places.put(p.name(), new int[] {layout.offset(p.name()), p.bytes()}));
    }

    void move(byte[] records, int at) {
      bytes = records;
      start = at;
    }

    @Override
    public long applyAsLong(String port) {
      int[] place = places.get(port);
      long value = 0;
      for (int i = place[1] - 1; i >= 0; i--) {
        value = value << 8 | bytes[start + place[0] + i] & 0xff;
      }
      return value;
    }
  }
}
