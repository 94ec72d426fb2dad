package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.cycle.Simulator;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The stimulus of a stream: one inference alone through the empty pipeline (latency), inferences
 * without a pause (initiation interval), then stalls at random on both sides, with a reset in the
 * middle that drops what is under way (those inferences are sent again), and at last beats with a
 * wrong {@code tlast}: the count of beats governs all the same.
 *
 * <p>Few vectors are repeated until each phase has enough.
 */
final class StreamScript implements Script {
  private static final int RESET_CYCLES = 2;

  private final Simulator simulator;
  private final StreamPorts ports;
  private final Vectors vectors;
  private final ResultMonitor monitor;
  private final ErrorMonitor errors;
  private final BeatSource source;
  private final StallPlan plan;
  private final PaceMeter pace;
  private final StreamBudget budget;
  private final int beats;

  private StreamPhase phase = StreamPhase.RESET;
  private int phaseCycles;
  private long cycle;
  private int received;
  private boolean clockDue;
  private int shown = -1;
  private long idleCycles;

  StreamScript(
      Simulator simulator, PortRecords records, Signature signature, Vectors vectors, long seed) {
    this.simulator = simulator;
    this.vectors = vectors;
    ports = new StreamPorts(simulator, records);
    monitor = new ResultMonitor(ports, vectors);
    errors = new ErrorMonitor(ports, monitor);
    Random random = new Random(seed);
    beats = signature.inputBeats();
    source = new BeatSource(vectors, records.inputs(), beats, random);
    int interval = signature.initiationInterval().orElse(1);
    plan = new StallPlan(random, signature.latencyCycles(), interval, beats);
    budget = StreamBudget.of(signature, vectors.count());
    pace = new PaceMeter(budget.steady());
  }

  @Override
  public boolean next(
      byte[] inputs, int inputsAt, byte[] outputs, int outputsAt, byte[] mask, int maskAt) {
    finishCycle();
    if (phase == StreamPhase.END) {
      return false;
    }
    boolean ready = stimulate();
    byte[] record = source.record();
    ports.putHandshake(record, 0, phase.resets(), source.offering(), source.last(), ready);
    System.arraycopy(record, 0, inputs, inputsAt, record.length);
    ports.records().drive(simulator, record, 0);
    simulator.setReset(phase.resets());
    simulator.evaluate();
    ports.records().sample(simulator, outputs, outputsAt);
    if (cycle == 0) {
      // Before the first edge of the reset registers may hold anything.
      Arrays.fill(mask, maskAt, maskAt + ports.records().outputs().size(), (byte) 0);
    } else {
      ports.putMask(mask, maskAt);
    }
    observe(outputs, outputsAt, ready);
    clockDue = true;
    return true;
  }

  /** The rising edge waits until here, so that a tracer can look at the settled cycle. */
  private void finishCycle() {
    if (clockDue) {
      simulator.clock();
      cycle++;
      clockDue = false;
    }
  }

  /** Decides what is offered; whether the sink is willing. */
  private boolean stimulate() {
    if (phase.stalls()) {
      plan.step();
    }
    boolean ready = phase.stalls() ? plan.sinkWilling() : !phase.resets();
    if (!source.offering()) {
      boolean more = source.accepted() < limit();
      source.offer(more && (!phase.stalls() || plan.sourceWilling()));
    }
    return ready;
  }

  /** Inferences that may be accepted before the next phase. */
  private int limit() {
    // A right inference after the wrong one shows that the design has not lost count.
    int wrong = beats == 1 ? 1 : 2;
    return switch (phase) {
      case LATENCY -> 1;
      case STEADY -> budget.steadyEnd();
      case RANDOM, RANDOM_AGAIN -> budget.end();
      case MISSING_LAST -> budget.end() + wrong;
      case EARLY_LAST -> budget.end() + 2 * wrong;
      case RESET, RESET_AGAIN, RESET_MISSING, RESET_EARLY, END -> 0;
    };
  }

  private void observe(byte[] outputs, int at, boolean ready) {
    boolean underWay = received < source.accepted();
    shown = ports.resultValid() && underWay ? received % vectors.count() : -1;
    phaseCycles++;
    if (phase.resets()) {
      observeReset();
      return;
    }
    monitor.observe(cycle, outputs, at, underWay ? received % vectors.count() : -1, ready);
    errors.observe(cycle, shown);
    // Only cycles in which the design could do something are counted against it.
    idleCycles += ready && (source.offering() || underWay) ? 1 : 0;
    if (ports.resultValid()) {
      pace.resultValid(cycle);
      if (ready) {
        pace.resultTaken(cycle, phase == StreamPhase.STEADY);
        received++;
        idleCycles = 0;
      }
    }
    if (source.offering() && ports.sourceReady()) {
      accept();
    }
    if (idleCycles > budget.patience()) {
      monitor.report(
          cycle, "m_axis_tvalid", "a result within " + budget.patience() + " cycles", "none", -1);
      phase = StreamPhase.END;
    }
    advance();
  }

  private void observeReset() {
    idleCycles = 0;
    monitor.reset();
    errors.reset();
    if (phaseCycles > 1) {
      if (ports.resultValid()) {
        monitor.report(cycle, "m_axis_tvalid", "0 in reset", "1", -1);
      }
      if (ports.sourceReady()) {
        monitor.report(cycle, "s_axis_tready", "0 in reset", "1", -1);
      }
      if (ports.error()) {
        monitor.report(cycle, "error_o", "0 in reset", "1", -1);
      }
    }
    if (phaseCycles == RESET_CYCLES) {
      switch (phase) {
        case RESET -> enter(StreamPhase.LATENCY);
        case RESET_AGAIN -> enter(StreamPhase.RANDOM_AGAIN);
        case RESET_MISSING -> enter(beats == 1 ? StreamPhase.END : StreamPhase.EARLY_LAST);
        case RESET_EARLY, LATENCY, STEADY, RANDOM, RANDOM_AGAIN, MISSING_LAST, EARLY_LAST, END ->
            enter(StreamPhase.END);
      }
    }
  }

  private void accept() {
    pace.accepted(cycle, source.atFirst(), phase == StreamPhase.STEADY);
    if (source.isWrong()) {
      errors.expect();
    }
    source.advance();
  }

  private void advance() {
    boolean drained = source.accepted() == limit() && received == source.accepted();
    switch (phase) {
      case LATENCY -> enterIf(drained, StreamPhase.STEADY);
      case STEADY -> enterIf(drained, StreamPhase.RANDOM);
      case RANDOM -> {
        boolean middle = isMiddle();
        if (middle) {
          source.restart(received);
        }
        enterIf(middle, StreamPhase.RESET_AGAIN);
      }
      case RANDOM_AGAIN ->
          enterIf(drained, ports.hasErrorFlag() ? StreamPhase.MISSING_LAST : StreamPhase.END);
      case MISSING_LAST -> {
        if (drained) {
          errors.demand(cycle, "a last beat without tlast");
        }
        enterIf(drained, StreamPhase.RESET_MISSING);
      }
      case EARLY_LAST -> {
        if (drained) {
          errors.demand(cycle, "tlast with a beat that is not the last");
        }
        enterIf(drained, StreamPhase.RESET_EARLY);
      }
      case RESET, RESET_AGAIN, RESET_MISSING, RESET_EARLY, END -> {}
    }
  }

  /**
   * Whether it is time for the reset: with inferences under way, and within the beats of one more.
   * A design that takes no beat while it has an inference under way is reset within the beats.
   */
  private boolean isMiddle() {
    boolean underWay = source.accepted() > received;
    boolean within = beats == 1 || !source.atFirst();
    int late = source.accepted() - budget.middle();
    return late >= 0 && within && (underWay || late > 0);
  }

  private void enterIf(boolean condition, StreamPhase next) {
    if (condition) {
      enter(next);
    }
  }

  private void enter(StreamPhase next) {
    phase = next;
    phaseCycles = 0;
    if (next == StreamPhase.MISSING_LAST) {
      source.omitLast();
    } else if (next == StreamPhase.EARLY_LAST) {
      source.advanceLast();
    }
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
    return monitor.mismatches();
  }

  @Override
  public Optional<Mismatch> first() {
    return monitor.first();
  }

  @Override
  public OptionalInt latency() {
    return pace.latency();
  }

  @Override
  public OptionalInt latencyFromLastBeat() {
    return pace.latencyFromLastBeat();
  }

  @Override
  public OptionalInt interval() {
    return pace.interval();
  }
}
