package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.cycle.Simulator;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The stimulus of a stream: one beat alone through the empty pipeline (latency), beats without a
 * pause (initiation interval), then stalls at random on both sides, with a reset in the middle that
 * drops what is under way (those beats are sent again), and at last a beat without {@code tlast}.
 *
 * <p>Few vectors are repeated until each phase has enough. A beat that is offered stays until it is
 * accepted. While none is offered, the data are those of some vector.
 */
final class StreamScript implements Script {
  private static final int RESET_CYCLES = 2;
  private static final int FEWEST_RANDOM = 64;

  /** What the stimulus is doing. */
  private enum Phase {
    RESET,
    LATENCY,
    STEADY,
    RANDOM,
    RESET_AGAIN,
    RANDOM_AGAIN,
    WRONG_LAST,
    RESET_ERROR,
    END
  }

  private final Simulator simulator;
  private final StreamPorts ports;
  private final Vectors vectors;
  private final ResultMonitor monitor;
  private final StallPlan plan;
  private final PaceMeter pace;
  private final Random random;
  private final int steadyEnd;
  private final int end;
  private final int patience;
  private final byte[] beat;

  private Phase phase = Phase.RESET;
  private int phaseCycles;
  private long cycle;
  private int accepted;
  private int received;
  private boolean offering;
  private boolean clockDue;
  private boolean reset;
  private int shown = -1;
  private int quietCycles;

  StreamScript(
      Simulator simulator, PortRecords records, Signature signature, Vectors vectors, long seed) {
    this.simulator = simulator;
    this.vectors = vectors;
    ports = new StreamPorts(simulator, records);
    monitor = new ResultMonitor(ports, vectors);
    random = new Random(seed);
    int pipeline = signature.latencyCycles();
    plan = new StallPlan(random, pipeline);
    int steady = 2 * pipeline + 16;
    steadyEnd = 1 + steady;
    end = Math.max(vectors.count(), steadyEnd + FEWEST_RANDOM);
    patience = 1000 + 64 * (pipeline + signature.initiationInterval().orElse(1));
    beat = new byte[records.inputs().size()];
    pace = new PaceMeter(steady);
  }

  @Override
  public boolean next(
      byte[] inputs, int inputsAt, byte[] outputs, int outputsAt, byte[] mask, int maskAt) {
    finishCycle();
    if (phase == Phase.END) {
      return false;
    }
    reset = phase == Phase.RESET || phase == Phase.RESET_AGAIN || phase == Phase.RESET_ERROR;
    boolean ready = stimulate();
    ports.putHandshake(beat, 0, reset, offering, phase != Phase.WRONG_LAST, ready);
    System.arraycopy(beat, 0, inputs, inputsAt, beat.length);
    ports.records().drive(simulator, beat, 0);
    simulator.setReset(reset);
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
    boolean stalls = phase == Phase.RANDOM || phase == Phase.RANDOM_AGAIN;
    if (stalls) {
      plan.step();
    }
    boolean ready = stalls ? plan.sinkWilling() : !reset;
    if (reset) {
      offering = false;
    }
    if (!offering) {
      boolean more = !reset && accepted < limit();
      offering = more && (!stalls || plan.sourceWilling());
      Arrays.fill(beat, (byte) 0);
      int vector = offering ? accepted % vectors.count() : random.nextInt(vectors.count());
      vectors.putInputs(vector, ports.records().inputs(), beat, 0);
    }
    return ready;
  }

  /** Beats that may be accepted before the next phase. */
  private int limit() {
    return switch (phase) {
      case LATENCY -> 1;
      case STEADY -> steadyEnd;
      case RANDOM, RANDOM_AGAIN -> end;
      case WRONG_LAST -> end + 1;
      case RESET, RESET_AGAIN, RESET_ERROR, END -> 0;
    };
  }

  private void observe(byte[] outputs, int at, boolean ready) {
    shown = ports.resultValid() && received < accepted ? received % vectors.count() : -1;
    phaseCycles++;
    quietCycles++;
    if (reset) {
      observeReset();
      return;
    }
    if (phase != Phase.WRONG_LAST) {
      monitor.observe(
          cycle, outputs, at, received < accepted ? received % vectors.count() : -1, ready);
      if (ports.error()) {
        monitor.report(cycle, "error_o", "0", "1", shown);
      }
    }
    if (ports.resultValid()) {
      pace.resultValid(cycle);
      if (ready) {
        received++;
        quietCycles = 0;
      }
    }
    if (offering && ports.sourceReady()) {
      accept();
    }
    if (quietCycles > patience) {
      monitor.report(cycle, "m_axis_tvalid", "a result within " + patience + " cycles", "none", -1);
      phase = Phase.END;
    }
    advance();
  }

  private void observeReset() {
    quietCycles = 0;
    monitor.reset();
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
      enter(
          switch (phase) {
            case RESET -> Phase.LATENCY;
            case RESET_AGAIN -> Phase.RANDOM_AGAIN;
            case RESET_ERROR, LATENCY, STEADY, RANDOM, RANDOM_AGAIN, WRONG_LAST, END -> Phase.END;
          });
    }
  }

  private void accept() {
    pace.accepted(cycle, phase == Phase.STEADY);
    accepted++;
    offering = false;
  }

  private void advance() {
    boolean drained = accepted == limit() && received == accepted;
    switch (phase) {
      case LATENCY -> enterIf(drained, Phase.STEADY);
      case STEADY -> enterIf(drained, Phase.RANDOM);
      case RANDOM -> {
        boolean half = accepted >= (steadyEnd + end) / 2 && accepted > received;
        if (half) {
          accepted = received;
        }
        enterIf(half, Phase.RESET_AGAIN);
      }
      case RANDOM_AGAIN -> enterIf(drained, ports.hasErrorFlag() ? Phase.WRONG_LAST : Phase.END);
      case WRONG_LAST -> {
        if (drained && !ports.error()) {
          monitor.report(cycle, "error_o", "1 after a beat without tlast", "0", -1);
        }
        enterIf(drained, Phase.RESET_ERROR);
      }
      case RESET, RESET_AGAIN, RESET_ERROR, END -> {}
    }
  }

  private void enterIf(boolean condition, Phase next) {
    if (condition) {
      enter(next);
    }
  }

  private void enter(Phase next) {
    phase = next;
    phaseCycles = 0;
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
  public OptionalInt interval() {
    return pace.interval();
  }
}
