package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Takes rows of samples. */
public final class RowSelection {
  private RowSelection() {}

  /** These rows, in this order. The arrays of features are shared, not copied. */
  public static Samples select(Samples samples, int[] rows) {
    return new Samples(
        samples.featureNames(),
        Arrays.stream(rows).mapToObj(row -> samples.features()[row]).toArray(double[][]::new),
        Arrays.stream(rows).map(row -> samples.labels()[row]).toArray(),
        samples.classNames());
  }

  /** The rows that are wanted, ascending. */
  static int[] where(int rows, IntPredicate wanted) {
    return IntStream.range(0, rows).filter(wanted).toArray();
  }
}
