package io.hdlgen.hdl.folding;

import java.util.List;

/**
 * Depths of all queues.
 *
 * @param inputs words in the input queue of each layer
 * @param output results in the output queue
 */
public record QueueDepths(List<Integer> inputs, int output) {
  public QueueDepths {
    inputs = List.copyOf(inputs);
  }

  /** Number of queues; the last is the output queue. */
  int count() {
    return inputs.size() + 1;
  }

  /** Depth of queue {@code index}, of which the last is the output queue. */
  int get(int index) {
    return index < inputs.size() ? inputs.get(index) : output;
  }

  /** These depths with another one at queue {@code index}. */
  QueueDepths with(int index, int depth) {
    if (index == inputs.size()) {
      return new QueueDepths(inputs, depth);
    }
    Integer[] changed = inputs.toArray(Integer[]::new);
    changed[index] = depth;
    return new QueueDepths(List.of(changed), output);
  }
}
