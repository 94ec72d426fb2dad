package io.hdlgen.hdl.folding;

import java.util.List;

/**
 * The least depths with which queues cost no speed: inferences follow one another as fast as the
 * busiest layer allows, and a single one takes as long as with queues of any depth.
 */
public final class QueueSizing {
  private final CycleModel model;
  private final long interval;
  private final long latency;

  private QueueSizing(CycleModel model) {
    this.model = model;
    this.interval = model.shape().busiestSlots();
    this.latency = model.latency();
  }

  /**
   * Shrinks queue by queue, each by bisection, from the output to the input: what slack there is
   * then lies as near to the input as can be, where the source could wait as well. More depth never
   * makes anything later, so a queue that could not shrink when it was its turn cannot afterwards
   * either: no depth of the result can be lowered alone.
   */
  public static QueueDepths of(CycleModel model) {
    QueueSizing sizing = new QueueSizing(model);
    QueueDepths depths = sizing.enough();
    for (int queue = depths.count() - 1; queue >= 0; queue--) {
      depths = sizing.shrink(depths, queue);
    }
    return depths;
  }

  /** Depths of whole inferences, doubled until they do. */
  private QueueDepths enough() {
    int inferences = 2;
    while (!model.keeps(model.shape().inferencesDeep(inferences), interval)) {
      inferences *= 2;
    }
    return model.shape().inferencesDeep(inferences);
  }

  private QueueDepths shrink(QueueDepths depths, int queue) {
    List<FoldedLayer> layers = model.shape().layers();
    int low = queue < layers.size() ? model.shape().leastDepth(queue) : 1;
    int high = depths.get(queue);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (suffices(depths.with(queue, middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return depths.with(queue, high);
  }

  private boolean suffices(QueueDepths depths) {
    return model.latency(depths) == latency && model.keeps(depths, interval);
  }
}
