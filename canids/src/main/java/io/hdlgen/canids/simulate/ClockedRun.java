package io.hdlgen.canids.simulate;

import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.check.PortRecords;
import io.hdlgen.sim.cycle.Probe;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.verilator.VerilatorModel;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs hardware with a reset from that reset on. Clock 0 is the first after it; the inputs of clock
 * -1 are those during the reset. Outputs of a clock are those that its inputs give, before its
 * edge.
 */
public final class ClockedRun {
  private static final String RESET = "rst_i";

  private ClockedRun() {}

  /** The inputs; each keeps its value until it is set again, at first 0. */
  @FunctionalInterface
  public interface Pins {
    void set(String port, long value);
  }

  /** The outputs. */
  public interface Outputs {
    /** One of at most 64 bits. */
    long number(String port);

    /** One of any width, unsigned. */
    BigInteger value(String port);
  }

  /** Gives the inputs. */
  @FunctionalInterface
  public interface Driver {
    /** Sets the inputs of a clock; false, having set none, after the last. */
    boolean drive(long clock, Pins pins);
  }

  /** Takes the outputs; of Verilator on another thread, some clocks behind the driver. */
  @FunctionalInterface
  public interface Reader {
    void read(long clock, Outputs outputs);
  }

  /** In the Java simulation. */
  public static void inJava(Netlist netlist, Driver driver, Reader reader) {
    Simulator simulator = new Simulator(netlist);
    Map<String, Probe> probes = new LinkedHashMap<>();
    netlist.top().outputs().forEach(o -> probes.put(o.name(), simulator.output(o.name())));
    Outputs outputs = new Probed(probes);
    netlist.top().inputs().forEach(port -> simulator.setInput(port.name(), 0));
    simulator.setReset(true);
    for (long clock = -1; driver.drive(clock, simulator::setInput); clock++) {
      simulator.evaluate();
      if (clock >= 0) {
        reader.read(clock, outputs);
      }
      simulator.clock();
      simulator.setReset(false);
    }
  }

  /**
   * In Verilator.
   *
   * @param model built from the netlist's Verilog with the records of {@code ports}
   * @param seed contents of registers before their reset: 0 for zeros, else random
   */
  public static void inVerilator(
      VerilatorModel model, PortRecords ports, int seed, Driver driver, Reader reader) {
    RecordLayout in = ports.inputs();
    byte[] record = new byte[in.size()];
    Map<String, int[]> places = new LinkedHashMap<>();
    in.ports().forEach(p -> places.put(p.name(), new int[] {in.offset(p.name()), p.bytes()}));
    Pins pins =
        (port, value) -> {
          int[] place = places.get(port);
          for (int i = 0; i < place[1]; i++) {
            record[place[0] + i] = (byte) (value >> 8 * i);
          }
        };
    Recorded outputs = new Recorded(ports.outputs());
    long[] clock = {-1};
    model.run(
        seed,
        (inputs, at, note, noteAt) -> {
          pins.set(RESET, clock[0] < 0 ? 1 : 0);
          if (!driver.drive(clock[0]++, pins)) {
            return false;
          }
          System.arraycopy(record, 0, inputs, at, record.length);
          return true;
        },
        0,
        (cycle, note, noteAt, records, at) -> {
          if (cycle > 0) {
            outputs.move(records, at);
            reader.read(cycle - 1, outputs);
          }
          return true;
        });
  }

  private record Probed(Map<String, Probe> probes) implements Outputs {
    @Override
    public long number(String port) {
      return probes.get(port).toLong();
    }

    @Override
    public BigInteger value(String port) {
      return probes.get(port).value();
    }
  }

  /** The values of ports in a record. */
  private static final class Recorded implements Outputs {
    private final Map<String, int[]> places = new LinkedHashMap<>();
    private byte[] bytes;
    private int start;

    Recorded(RecordLayout layout) {
      layout
          .ports()
          .forEach(p -> places.put(p.name(), new int[] {layout.offset(p.name()), p.bytes()}));
    }

    void move(byte[] records, int at) {
      bytes = records;
      start = at;
    }

    @Override
    public long number(String port) {
      int[] place = places.get(port);
      long value = 0;
      for (int i = place[1] - 1; i >= 0; i--) {
        value = value << 8 | bytes[start + place[0] + i] & 0xff;
      }
      return value;
    }

    @Override
    public BigInteger value(String port) {
      int[] place = places.get(port);
      byte[] value = new byte[place[1]];
      for (int i = 0; i < value.length; i++) {
        value[value.length - 1 - i] = bytes[start + place[0] + i];
      }
      return new BigInteger(1, value);
    }
  }
}
