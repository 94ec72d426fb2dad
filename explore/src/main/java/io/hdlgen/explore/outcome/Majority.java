package io.hdlgen.explore.outcome;

import java.util.stream.IntStream;

/** What is right without a look at the features. */
public final class Majority {
  private Majority() {}

  /**
   * The share of rows that are of the class that is commonest among the training rows, the first of
   * several.
   *
   * @param classes number of classes
   */
  public static double share(int classes, int[] training, int[] labels) {
    int[] counts = new int[classes];
    for (int label : training) {
      counts[label]++;
    }
    int commonest =
        IntStream.range(0, counts.length).reduce((a, b) -> counts[b] > counts[a] ? b : a).orElse(0);
    return IntStream.of(labels).filter(label -> label == commonest).count()
        / (double) labels.length;
  }
}
