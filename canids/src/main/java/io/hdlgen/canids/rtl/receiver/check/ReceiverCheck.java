package io.hdlgen.canids.rtl.receiver.check;

import io.hdlgen.canids.rtl.receiver.CanReceiver;
import io.hdlgen.canids.rtl.receiver.ReceiverOptions;
import io.hdlgen.canids.wire.Bus;
import io.hdlgen.canids.wire.BusEvent;
import io.hdlgen.canids.wire.BusEvent.Kind;
import io.hdlgen.canids.wire.Waveform;
import io.hdlgen.canids.wire.Waveform.Disturbance;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.check.PortRecords;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares all that a receiver says with what a listener learns of the same line. */
public final class ReceiverCheck {
  private final ReceiverOptions options;
  private final Netlist receiver;
  private final PortRecords ports;
  private VerilatorModel model;

  /** A check of the receiver that is made for these options. */
  public ReceiverCheck(ReceiverOptions options) {
    this(options, CanReceiver.netlist(options));
  }

  /** A check of another receiver with the same ports. */
  public ReceiverCheck(ReceiverOptions options, Netlist receiver) {
    this.options = options;
    this.receiver = receiver;
    this.ports = new PortRecords(receiver);
  }

  /**
   * What a run showed.
   *
   * @param events that were compared
   * @param valid frames among them that were valid
   * @param differences of which the first in words; empty if there are none
   * @param seen what the receiver said, by clock
   */
  public record Result(int events, int valid, int differences, String first, List<BusEvent> seen) {}

  /** Runs it in Java. */
  public Result inJava(Bus bus, Disturbance disturbance, long seed) {
    Waveform wave = wave(bus, disturbance, seed);
    return compare(bus, wave, ReceiverRun.inJava(receiver, wave));
  }

  /**
   * Runs it in Verilator, which is built the first time.
   *
   * @param folder for the Verilog
   */
  public Result inVerilator(Bus bus, Disturbance disturbance, long seed, Path folder)
      throws IOException {
    if (model == null) {
      List<Path> files = new ArrayList<>();
      for (VerilogFile file : verilog(receiver)) {
        files.add(Files.writeString(folder.resolve(file.name()), file.text()));
      }
      VerilatorOptions tool = VerilatorOptions.standard().withSpeed(VerilatorOptions.Speed.RUN);
      model = VerilatorModel.build(ports.verilog(files), tool);
    }
    Waveform wave = wave(bus, disturbance, seed);
    return compare(bus, wave, ReceiverRun.inVerilator(model, ports, wave));
  }

  /** The Verilog of a receiver. */
  public static List<VerilogFile> verilog(Netlist receiver) {
    return new VerilogEmitter(List.of("CAN receiver"), (layer, neuron) -> List.of()).emit(receiver);
  }

  private Waveform wave(Bus bus, Disturbance disturbance, long seed) {
    return new Waveform(bus.line(), options.timing().clocksPerBit(), disturbance, seed);
  }

  private Result compare(Bus bus, Waveform wave, OutputReader reader) {
    List<BusEvent> expected = bus.expected();
    List<BusEvent> seen = reader.events();
    int count = Math.min(expected.size(), seen.size());
    int differences = Math.abs(expected.size() - seen.size());
    String first = differences == 0 ? "" : expected.size() + " events, seen " + seen.size();
    int begun = 0;
    for (int i = count - 1; i >= 0; i--) {
      String difference = difference(expected.get(i), seen.get(i), wave);
      differences += difference.isEmpty() ? 0 : 1;
      first = difference.isEmpty() ? first : "event " + i + ": " + difference;
    }
    for (BusEvent event : seen) {
      if (event.kind() == Kind.START) {
        // The time is that of the clock before: the pulse is a register behind it.
        long time = (event.at() - 1) / options.clockMhz();
        if (reader.times().get(begun) != time) {
          differences++;
          first = first.isEmpty() ? event + " at " + reader.times().get(begun) + " us" : first;
        }
        begun++;
      }
    }
    int valid = (int) expected.stream().filter(event -> event.kind() == Kind.VALID).count();
    return new Result(expected.size(), valid, differences, first, seen);
  }

  /** A pulse belongs to the bit that the line had the receiver's latency before. */
  private static String difference(BusEvent expected, BusEvent seen, Waveform wave) {
    long sampled = seen.at() - CanReceiver.LATENCY_CYCLES;
    int bit = (int) expected.at();
    boolean same = expected.kind() == seen.kind() && expected.value() == seen.value();
    boolean inside = wave.start(bit) <= sampled && sampled < wave.start(bit + 1);
    return same && inside
        ? ""
        : "expected %s in clocks %d to %d, seen %s"
            .formatted(expected, wave.start(bit), wave.start(bit + 1) - 1, seen);
  }
}
