package io.hdlgen.hdl.folding;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cycles of a folded pipeline, exactly. Every cycle is the latest of a few others plus a constant
 * (a timed event graph: Baccelli, Cohen, Olsder, Quadrat, "Synchronization and Linearity", Wiley
 * 1992, chapter 2), so only words and rows of slots are stepped through, not cycles.
 */
public final class CycleModel {
  private final FoldedShape shape;
  private final List<Integer> delays;

  /**
   * @param delays for each layer, cycles from the issue of a slot to the write of its result, at
   *     least 1
   */
  public CycleModel(FoldedShape shape, List<Integer> delays) {
    this.shape = shape;
    this.delays = List.copyOf(delays);
    if (delays.size() != shape.layers().size() || delays.stream().anyMatch(delay -> delay < 1)) {
      throw new IllegalArgumentException("delays " + delays + " for " + shape);
    }
  }

  public FoldedShape shape() {
    return shape;
  }

  /**
   * Latency and steady state. Inferences are run until the state after one of them, all that later
   * cycles depend on, is that after an earlier one, shifted in time: from there on everything
   * repeats. That it comes to this follows from the queues being finite (the cited book, theorem
   * 3.109). Earlier states are kept at powers of two (Brent, "An improved Monte Carlo factorization
   * algorithm", BIT 20, 1980), which finds the shortest period.
   *
   * @throws InvalidInputException if a queue is so shallow that the pipeline would stand still
   */
  public CycleReport report(QueueDepths depths) {
    requireDepths(depths);
    CycleRun single = single(depths);
    long result = result(single);
    CycleRun run = new CycleRun(shape, delays, depths, 0, CycleListener.NONE);
    long kept = 1;
    run.runTo(kept);
    long[] state = run.state();
    long accept = run.lastAccept();
    List<LayerCycles> counts = counts(run);
    for (long inferences = 2; ; inferences++) {
      run.runTo(inferences);
      long[] now = run.state();
      if (Arrays.equals(now, state)) {
        long cycles = run.lastAccept() - accept;
        return new CycleReport(
            result,
            result - single.lastAccept(),
            inferences - kept,
            cycles,
            steady(counts, counts(run), inferences - kept));
      }
      if (inferences == 2 * kept) {
        kept = inferences;
        state = now;
        accept = run.lastAccept();
        counts = counts(run);
      }
    }
  }

  /** Latency with queues of any depth; those that hold a whole inference never hold it up. */
  public long latency() {
    return latency(shape.inferencesDeep(1));
  }

  /** Cycles from the first accept to the first tvalid of a single inference. */
  long latency(QueueDepths depths) {
    return result(single(depths));
  }

  private CycleRun single(QueueDepths depths) {
    CycleRun run = new CycleRun(shape, delays, depths, 0, CycleListener.NONE);
    run.runTo(1);
    return run;
  }

  private long result(CycleRun run) {
    return run.queues().get(shape.layers().size()).freedBefore(0);
  }

  /**
   * Tells every event of so many inferences, source always valid, sink always ready.
   *
   * @throws InvalidInputException if a queue is so shallow that the pipeline would stand still
   */
  public void trace(QueueDepths depths, long inferences, CycleListener listener) {
    requireDepths(depths);
    new CycleRun(shape, delays, depths, 0, listener).runTo(inferences);
  }

  /**
   * Whether inferences can follow one another at a distance, on average. They come at this distance
   * here, so that each takes as long as the one before or longer. If none takes longer any more,
   * for as many as the queues remember, the answer is yes. If one takes longer, what held it up
   * goes back through all inferences before it; once that way meets the same place of two
   * inferences, the stretch between the two takes longer than their distance, again and again: no.
   *
   * @param distance in cycles, at least {@link FoldedShape#busiestSlots}
   */
  boolean keeps(QueueDepths depths, long distance) {
    CycleRun run = new CycleRun(shape, delays, depths, distance, CycleListener.NONE);
    int needed = run.queues().stream().mapToInt(WordQueue::inferencesKept).max().orElseThrow() + 1;
    int quiet = 0;
    long accept = 0;
    for (long inferences = 1; quiet < needed; inferences++) {
      run.runTo(inferences);
      boolean changed = run.lastAccept() - accept != distance;
      accept = run.lastAccept();
      for (WordQueue queue : run.queues()) {
        if (queue.takeChanged()) {
          changed = true;
          if (run.waits().returns(queue.changedCause())) {
            return false;
          }
        }
      }
      quiet = changed ? 0 : quiet + 1;
    }
    return true;
  }

  private void requireDepths(QueueDepths depths) {
    if (depths.inputs().size() != shape.layers().size()) {
      throw new IllegalArgumentException("depths " + depths + " for " + shape);
    }
    for (int l = 0; l < shape.layers().size(); l++) {
      int least = shape.leastDepth(l);
      if (depths.get(l) < least) {
        throw new InvalidInputException(
            "input queue of layer " + l,
            "depth " + depths.get(l),
            least + " or more" + (least > 1 ? ", since every neuron fold reads all words" : ""));
      }
    }
    if (depths.output() < 1) {
      throw new InvalidInputException("output queue", "depth " + depths.output(), "1 or more");
    }
  }

  private List<LayerCycles> counts(CycleRun run) {
    List<LayerCycles> counts = new ArrayList<>();
    for (int l = 0; l < shape.layers().size(); l++) {
      LayerRun layer = run.layer(l);
      counts.add(new LayerCycles(0, layer.inputWait(), layer.roomWait()));
    }
    return counts;
  }

  private List<LayerCycles> steady(
      List<LayerCycles> before, List<LayerCycles> after, long inferences) {
    List<LayerCycles> steady = new ArrayList<>();
    for (int l = 0; l < before.size(); l++) {
      steady.add(
          new LayerCycles(
              inferences * shape.layers().get(l).slots(),
              after.get(l).waitsForInput() - before.get(l).waitsForInput(),
              after.get(l).waitsForRoom() - before.get(l).waitsForRoom()));
    }
    return steady;
  }
}
