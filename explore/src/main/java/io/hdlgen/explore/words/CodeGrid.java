package io.hdlgen.explore.words;

import java.util.Arrays;

/** All combinations of the codes of some features, numbered; codes begin at 0. */
final class CodeGrid {
  private final int[] choices;
  private final int[] strides;
  private final int size;

  /**
   * A grid.
   *
   * @param choices number of codes of each feature; their product is below 2^31
   */
  CodeGrid(int[] choices) {
    this.choices = choices.clone();
    this.strides = new int[choices.length];
    int product = 1;
    for (int i = 0; i < choices.length; i++) {
      strides[i] = product;
      product = Math.multiplyExact(product, choices[i]);
    }
    this.size = product;
  }

  /** Number of combinations. */
  int size() {
    return size;
  }

  int features() {
    return choices.length;
  }

  /** Number of codes of a feature. */
  int choices(int feature) {
    return choices[feature];
  }

  /** The codes of a combination. */
  int[] codes(int point) {
    int[] codes = new int[choices.length];
    Arrays.setAll(codes, i -> point / strides[i] % choices[i]);
    return codes;
  }

  /** The combinations in a box, {@code {lowest codes, highest codes}}. */
  int[] box(int[][] box) {
    int[] points = {0};
    for (int i = 0; i < choices.length; i++) {
      int width = box[1][i] - box[0][i] + 1;
      int[] wider = new int[points.length * width];
      for (int p = 0; p < wider.length; p++) {
        wider[p] = points[p / width] + (box[0][i] + p % width) * strides[i];
      }
      points = wider;
    }
    return points;
  }
}
