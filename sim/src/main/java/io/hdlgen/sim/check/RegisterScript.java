package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.cycle.Simulator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;

/**
 * The stimulus of registers on a processor's bus: one inference as fast as the bus allows
 * (latency), then some with pauses at random on all five channels, writes in pieces and in any
 * order, addresses that hold nothing, starts that come too early, interrupts on and off, and a
 * reset in the middle; then the other vectors without pauses. All results of every inference are
 * read.
 *
 * <p>Few vectors are repeated until each phase has enough.
 */
final class RegisterScript implements Script {
  private static final int RESET_CYCLES = 2;
  private static final int MOST_RANDOM = 64;
  private static final int FEWEST_RANDOM = 6;
  private static final int RANDOM_CYCLES = 100_000;
  private static final int FAST = 4;
  private static final int MOST_FINDINGS = 1000;

  private final BusPorts ports;
  private final Vectors vectors;
  private final Findings findings = new Findings();
  private final RegisterModel model;
  private final RegisterStimulus stimulus;
  private final BusWriter writer;
  private final BusReader reader;
  private final Random random;
  private final TreeSet<Integer> unread = new TreeSet<>();
  private final byte[] record;
  private final int randomEnd;
  private final int end;
  private final long patience;

  private long cycle;
  private boolean clockDue;
  private int resetLeft = RESET_CYCLES;
  private boolean wasReset;
  private boolean resetDone;
  private int inference;
  private boolean prepared;
  private boolean started;
  private boolean ahead;
  private long progressCycle;
  private int progress;
  private int latency = -1;
  private boolean broken;

  RegisterScript(
      Simulator simulator, PortRecords records, Signature signature, Vectors vectors, long seed) {
    this.vectors = vectors;
    random = new Random(seed);
    ports = new BusPorts(simulator, records);
    model = new RegisterModel(signature, vectors);
    stimulus = new RegisterStimulus(signature, vectors, random);
    writer = new BusWriter(ports, model, findings, random);
    reader = new BusReader(ports, model, findings, random);
    record = new byte[records.inputs().size()];
    int some = RANDOM_CYCLES / (8 * signature.inputs().size() + signature.latencyCycles());
    randomEnd = 1 + Math.max(FEWEST_RANDOM, Math.min(MOST_RANDOM, some));
    end = Math.max(vectors.count(), randomEnd + FAST);
    patience = 1000 + 64L * stimulus.results().size() + 4L * signature.latencyCycles();
  }

  @Override
  public boolean next(
      byte[] inputs, int inputsAt, byte[] outputs, int outputsAt, byte[] mask, int maskAt) {
    finishCycle();
    if (broken || inference == end) {
      return false;
    }
    boolean reset = resetLeft > 0;
    if (!reset) {
      plan();
    }
    boolean always = !atRandom();
    ports.put(record, PortRecords.RESET, reset ? 1 : 0);
    writer.drive(record, always);
    reader.drive(record, always);
    System.arraycopy(record, 0, inputs, inputsAt, record.length);
    Simulator simulator = ports.simulator();
    ports.records().drive(simulator, record, 0);
    simulator.setReset(reset);
    simulator.evaluate();
    ports.records().sample(simulator, outputs, outputsAt);
    if (cycle == 0) {
      // Before the first edge of the reset registers may hold anything.
      Arrays.fill(mask, maskAt, maskAt + ports.records().outputs().size(), (byte) 0);
    } else {
      ports.putMask(mask, maskAt);
    }
    if (reset) {
      observeReset();
    } else {
      observe();
    }
    clockDue = true;
    return true;
  }

  /** The rising edge waits until here, so that a tracer can look at the settled cycle. */
  private void finishCycle() {
    if (clockDue) {
      ports.simulator().clock();
      cycle++;
      clockDue = false;
    }
  }

  private boolean atRandom() {
    return inference > 0 && inference < randomEnd;
  }

  private int current() {
    return inference % vectors.count();
  }

  /** Decides what to write and read next. */
  private void plan() {
    if (!prepared && !started && writer.idle()) {
      prepare(inference);
      prepared = true;
    }
    boolean lastIsRead = unread.isEmpty() && !model.busy();
    if (prepared && !started && writer.idle() && lastIsRead) {
      boolean interrupt = !atRandom() || random.nextBoolean();
      writer.add(stimulus.start(current(), interrupt));
      started = true;
    } else if (atRandom() && started && !ahead && writer.idle() && random.nextInt(8) == 0) {
      disturb();
    }
    if (reader.idle()) {
      if (!unread.isEmpty() && (!atRandom() || random.nextBoolean())) {
        reader.read(unread.first());
      } else if (atRandom() && random.nextInt(4) == 0) {
        reader.read(stimulus.anyAddress(model.shown() >= 0));
      }
    }
  }

  /** While an inference runs: another start, noise, or the features of the next inference. */
  private void disturb() {
    switch (random.nextInt(4)) {
      case 0 -> writer.add(stimulus.start(current(), random.nextBoolean()));
      case 1 -> {
        prepare(inference + 1);
        ahead = true;
      }
      default -> writer.add(stimulus.idle());
    }
  }

  private void prepare(int next) {
    int vector = next % vectors.count();
    List<BusWrite> writes =
        atRandom() ? stimulus.featuresAtRandom(vector) : stimulus.features(vector);
    writes.forEach(writer::add);
  }

  private void observe() {
    unread.remove(reader.observe(cycle));
    boolean wasBusy = model.busy();
    writer.observe(cycle);
    model.step(cycle);
    boolean interrupt = ports.high("irq_o");
    if (interrupt != model.interrupts()) {
      findings.report(
          cycle, "irq_o", model.interrupts() ? "1" : "0", interrupt ? "1" : "0", model.shown());
    }
    if (interrupt && latency < 0 && inference == 0) {
      latency = (int) (cycle - writer.lastTaken());
    }
    if (started && wasBusy && !model.busy()) {
      unread.addAll(stimulus.results());
    }
    boolean all = started && model.shown() == current() && unread.isEmpty() && !model.busy();
    if (all && writer.idle() && reader.idle()) {
      finished();
    }
    if (!resetDone && inference == randomEnd / 2 && model.busy() && random.nextInt(4) == 0) {
      resetDone = true;
      resetLeft = RESET_CYCLES;
      forget();
    }
    watch();
  }

  private void finished() {
    inference++;
    prepared = ahead;
    ahead = false;
    started = false;
    progressCycle = cycle;
  }

  private void forget() {
    model.reset();
    writer.reset();
    reader.reset();
    stimulus.forget();
    unread.clear();
    ahead = false;
    prepared = false;
    started = false;
  }

  /** Gives up where nothing moves. */
  private void watch() {
    if (writer.answered() != progress) {
      progress = writer.answered();
      progressCycle = cycle;
    }
    broken |= findings.mismatches() > MOST_FINDINGS;
    if (cycle - progressCycle > patience) {
      findings.report(cycle, "s_axi_bvalid", "a response or a result in time", "none", -1);
      broken = true;
    }
  }

  private void observeReset() {
    if (wasReset) {
      for (String port :
          List.of(
              "s_axi_awready",
              "s_axi_wready",
              "s_axi_bvalid",
              "s_axi_arready",
              "s_axi_rvalid",
              "irq_o")) {
        if (ports.high(port)) {
          findings.report(cycle, port, "0 in reset", "1", -1);
        }
      }
    }
    resetLeft--;
    wasReset = resetLeft > 0;
    progressCycle = cycle;
  }

  @Override
  public int vector() {
    return model.shown();
  }

  @Override
  public Simulator simulator() {
    return ports.simulator();
  }

  @Override
  public long mismatches() {
    return findings.mismatches();
  }

  @Override
  public Optional<Mismatch> first() {
    return findings.first();
  }

  @Override
  public OptionalInt latency() {
    return latency < 0 ? OptionalInt.empty() : OptionalInt.of(latency);
  }

  /** The features come in no beats; the start is the last that is taken. */
  @Override
  public OptionalInt latencyFromLastBeat() {
    return latency();
  }

  @Override
  public OptionalInt interval() {
    return OptionalInt.empty();
  }
}
