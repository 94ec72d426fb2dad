package io.hdlgen.sim.check;

import io.hdlgen.hdl.load.LoadRegister;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.cycle.Simulator;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Inferences without end under stalls at random, while a processor works off its accesses to the
 * registers that load networks. Each result must be that of the network that was switched to last
 * before the first beat of the inference; between a switch's write and its response, either's, but
 * never that of the old one after one of the new.
 */
final class LoadScript implements Script {
  private static final int PATIENCE = 20_000;

  /** An access to a register, or a reset. */
  sealed interface Access {
    /** A write, which is refused or not; {@code version} is what it switches to, or -1. */
    record Write(LoadRegister register, int value, boolean refused, int version)
        implements Access {}

    /** A read, again and again until the masked bits are these; once if {@code now}. */
    record Read(LoadRegister register, int mask, int value, boolean now) implements Access {}

    /** A pause, or a reset of the core. */
    record Pause(int cycles, boolean reset) implements Access {}
  }

  private final Simulator simulator;
  private final PortRecords records;
  private final StreamPorts ports;
  private final BeatSource source;
  private final List<Vectors> versions;
  private final Deque<Access> accesses;
  private final Random random;
  private final Deque<int[]> expected = new ArrayDeque<>();

  private boolean clockDue;
  private long cycle;
  private int oldest;
  private int newest;
  private int shown = -1;
  private int startedAt = -1;
  private int idle;
  private int results;
  private Mismatch first;
  private long mismatches;

  // The processor's side of the bus.
  private Access access;
  private int pause = 3;
  private boolean address;
  private boolean data;
  private boolean answer;
  private int sinkPace = 4;
  private int sourcePace = 4;

  /** Results of each version: the network at the start, then those that are switched to. */
  LoadScript(
      Simulator simulator,
      Signature signature,
      List<Vectors> versions,
      List<Access> accesses,
      long seed) {
    this.simulator = simulator;
    this.records = new PortRecords(simulator.netlist());
    this.ports = new StreamPorts(simulator, records);
    this.random = new Random(seed);
    this.versions = versions;
    this.accesses = new ArrayDeque<>(accesses);
    this.source = new BeatSource(versions.get(0), records.inputs(), signature.inputBeats(), random);
    this.access = new Access.Pause(3, true);
  }

  @Override
  public boolean next(
      byte[] inputs, int inputsAt, byte[] outputs, int outputsAt, byte[] mask, int maskAt) {
    if (clockDue) {
      simulator.clock();
      cycle++;
    }
    clockDue = true;
    if (access == null && accesses.isEmpty() && expected.isEmpty() || idle > PATIENCE) {
      if (idle > PATIENCE) {
        report("bus or stream", "progress", "none");
      }
      return false;
    }
    boolean reset = access instanceof Access.Pause p && p.reset();
    if (random.nextInt(50) == 0) {
      sinkPace = random.nextInt(5);
      sourcePace = random.nextInt(5);
    }
    boolean ready = random.nextInt(4) < sinkPace;
    if (!source.offering()) {
      boolean wanted = !accesses.isEmpty() || access != null || !source.atFirst();
      source.offer(!reset && wanted && random.nextInt(4) < sourcePace);
    }
    byte[] record = source.record();
    ports.putHandshake(record, 0, reset, source.offering(), source.last(), ready);
    putBus(record, reset);
    System.arraycopy(record, 0, inputs, inputsAt, record.length);
    records.drive(simulator, record, 0);
    simulator.setReset(reset);
    simulator.evaluate();
    records.sample(simulator, outputs, outputsAt);
    ports.putMask(mask, maskAt);
    if (cycle == 0) {
      Arrays.fill(mask, maskAt, maskAt + records.outputs().size(), (byte) 0);
    }
    idle++;
    if (reset) {
      expected.clear();
      oldest = newest;
      startedAt = -1;
      source.restart(random.nextInt(versions.get(0).count()));
      stepPause();
    } else {
      observe(outputs, outputsAt, ready);
      stepBus();
    }
    return true;
  }

  private void observe(byte[] outputs, int at, boolean ready) {
    if (source.offering() && ports.sourceReady()) {
      if (source.atFirst()) {
        startedAt = source.accepted();
        expected.add(new int[] {startedAt % versions.get(0).count(), oldest, newest});
      }
      source.advance();
      idle = 0;
    }
    shown = -1;
    if (ports.resultValid()) {
      if (expected.isEmpty()) {
        report("m_axis_tvalid", "0", "1");
        return;
      }
      int[] wanted = expected.peek();
      shown = wanted[0];
      if (ready) {
        expected.remove();
        check(wanted, outputs, at);
        results++;
        idle = 0;
      }
    }
  }

  private void check(int[] wanted, byte[] outputs, int at) {
    for (int version = wanted[1]; version <= wanted[2]; version++) {
      if (versions.get(version).differences(wanted[0], records.outputs(), outputs, at).isEmpty()) {
        int reached = version;
        expected.forEach(later -> later[1] = Math.max(later[1], reached));
        return;
      }
    }
    report(
        "m_axis_tdata",
        "vector %d of version %d to %d".formatted(wanted[0], wanted[1], wanted[2]),
        versions.get(wanted[2]).differences(wanted[0], records.outputs(), outputs, at).toString());
  }

  private void report(String port, String wanted, String found) {
    mismatches++;
    if (first == null) {
      first = new Mismatch(DesignCheck.REFERENCE_JAVA, cycle, port, wanted, found, shown);
    }
  }

  private void putBus(byte[] record, boolean reset) {
    put(record, "s_axi_awvalid", 0);
    put(record, "s_axi_wvalid", 0);
    put(record, "s_axi_arvalid", 0);
    put(record, "s_axi_bready", random.nextInt(2));
    put(record, "s_axi_rready", random.nextInt(2));
    if (reset || access == null || access instanceof Access.Pause) {
      return;
    }
    if (access instanceof Access.Write write) {
      if (!address && !data && write.version() >= 0) {
        // From here on, inferences may take the new network.
        newest = write.version();
      }
      put(record, "s_axi_awaddr", write.register().offset());
      put(record, "s_axi_wdata", write.value());
      put(record, "s_axi_wstrb", 15);
      put(record, "s_axi_awvalid", address ? 0 : 1);
      put(record, "s_axi_wvalid", data ? 0 : 1);
    } else if (access instanceof Access.Read read) {
      put(record, "s_axi_araddr", read.register().offset());
      put(record, "s_axi_arvalid", address ? 0 : 1);
    }
  }

  private void put(byte[] record, String port, long value) {
    BitFields.put(record, records.inputs().offset(port), 0, simulator.input(port).width(), value);
  }

  private long in(String port) {
    byte[] record = source.record();
    return BitFields.get(record, records.inputs().offset(port), 0, simulator.input(port).width());
  }

  private boolean moved(String channel) {
    boolean out = channel.equals("b") || channel.equals("r");
    String valid = "s_axi_" + channel + "valid";
    String ready = "s_axi_" + channel + "ready";
    return out
        ? simulator.output(valid).toLong() != 0 && in(ready) != 0
        : in(valid) != 0 && simulator.output(ready).toLong() != 0;
  }

  private void stepPause() {
    pause--;
    if (pause <= 0) {
      begin();
    }
  }

  private void begin() {
    access = accesses.poll();
    address = false;
    data = false;
    answer = false;
    pause = access instanceof Access.Pause p ? p.cycles() : 0;
  }

  private void stepBus() {
    if (access == null) {
      return;
    }
    if (access instanceof Access.Pause) {
      stepPause();
    } else if (access instanceof Access.Write write) {
      address |= moved("aw");
      data |= moved("w");
      answer |= moved("b");
      if (answer) {
        boolean refused = simulator.output("s_axi_bresp").toLong() != 0;
        if (refused != write.refused()) {
          report("s_axi_bresp", write + "", refused ? "refused" : "done");
        }
        if (write.version() >= 0) {
          oldest = write.version();
        }
        begin();
        idle = 0;
      }
    } else if (access instanceof Access.Read read) {
      address |= moved("ar");
      if (moved("r")) {
        int value = (int) simulator.output("s_axi_rdata").toLong();
        boolean right = (value & read.mask()) == read.value();
        if (!right && read.now()) {
          report("s_axi_rdata", read + "", Integer.toHexString(value));
        }
        address = false;
        if (right || read.now()) {
          begin();
          idle = 0;
        }
      }
    }
  }

  int results() {
    return results;
  }

  @Override
  public int vector() {
    return shown;
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  @Override
  public long mismatches() {
    return mismatches;
  }

  @Override
  public Optional<Mismatch> first() {
    return Optional.ofNullable(first);
  }

  @Override
  public OptionalInt latency() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalInt latencyFromLastBeat() {
    return OptionalInt.empty();
  }

  @Override
  public OptionalInt interval() {
    return OptionalInt.empty();
  }
}
