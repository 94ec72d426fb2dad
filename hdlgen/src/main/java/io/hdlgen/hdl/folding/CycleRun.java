package io.hdlgen.hdl.folding;

import java.util.ArrayList;
import java.util.List;

/**
 * A folded pipeline that runs inference by inference: source, layers, queues between them, sink.
 */
final class CycleRun {
  private final SourceRun source;
  private final List<WordQueue> queues = new ArrayList<>();
  private final List<LayerRun> layers = new ArrayList<>();
  private final WaitChain waits;
  private final CycleListener listener;
  private long results;

  /**
   * @param due cycles between inferences at which they come; 0: as soon as there is room
   */
  CycleRun(
      FoldedShape shape,
      List<Integer> delays,
      QueueDepths depths,
      long due,
      CycleListener listener) {
    this.listener = listener;
    waits = new WaitChain(due > 0);
    int count = shape.layers().size();
    for (int l = 0; l < count; l++) {
      queues.add(new WordQueue(depths.get(l), shape.words(l), due));
    }
    queues.add(new WordQueue(depths.output(), 1, due));
    source = new SourceRun(queues.get(0), shape.words(0), due, waits, listener);
    for (int l = 0; l < count; l++) {
      layers.add(
          new LayerRun(shape, l, delays.get(l), queues.get(l), queues.get(l + 1), waits, listener));
    }
  }

  /** Runs until so many inferences have left. */
  void runTo(long inferences) {
    while (results < inferences) {
      boolean moved = source.advance(inferences);
      for (LayerRun layer : layers) {
        moved |= layer.advance(inferences);
      }
      moved |= takeResults();
      if (!moved) {
        throw new IllegalStateException("the pipeline stands still at inference " + results);
      }
    }
  }

  /** The sink takes a result in its first cycle with tvalid: the one after it was written. */
  private boolean takeResults() {
    WordQueue out = queues.get(layers.size());
    boolean moved = false;
    while (out.isWritten(results)) {
      long cycle = out.writtenAt(results) + 1;
      listener.result(results, cycle);
      out.free(cycle, out.writeCause(results));
      results++;
      moved = true;
    }
    return moved;
  }

  LayerRun layer(int index) {
    return layers.get(index);
  }

  List<WordQueue> queues() {
    return queues;
  }

  WaitChain waits() {
    return waits;
  }

  /** Cycle of the last accept. */
  long lastAccept() {
    return source.clock();
  }

  /**
   * All that the cycles of later inferences depend on, relative to the last accept: the last cycle
   * of each layer, and when the words were freed whose places come next. Equal states go on
   * equally.
   */
  long[] state() {
    int size = layers.size() + queues.stream().mapToInt(WordQueue::depth).sum();
    long[] state = new long[size];
    int at = 0;
    for (LayerRun layer : layers) {
      state[at++] = layer.clock() - source.clock();
    }
    for (WordQueue queue : queues) {
      for (int age = 0; age < queue.depth(); age++) {
        long freed = queue.freedBefore(age);
        state[at++] = freed < 0 ? Long.MIN_VALUE : freed - source.clock();
      }
    }
    return state;
  }
}
