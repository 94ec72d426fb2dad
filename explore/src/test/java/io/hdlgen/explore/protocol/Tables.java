package io.hdlgen.explore.protocol;

import io.hdlgen.flow.LabelledTable;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small tables and networks to test with. */
final class Tables {
  private Tables() {}

  /** Rows of one feature, all different, with so many of each class, classes mixed. */
  static Samples ofCounts(int... counts) {
    int rows = IntStream.of(counts).sum();
    int[] left = counts.clone();
    int[] labels = new int[rows];
    double[][] features = new double[rows][];
    int next = 0;
    for (int r = 0; r < rows; r++) {
      while (left[next % counts.length] == 0) {
        next++;
      }
      labels[r] = next % counts.length;
      left[labels[r]]--;
      next++;
      features[r] = new double[] {r};
    }
    return samples(features, labels, counts.length);
  }

  static Samples samples(double[][] features, int[] labels, int classes) {
    return new Samples(
        IntStream.range(0, features[0].length).mapToObj(i -> "x" + i).toList(),
        features,
        labels,
        IntStream.range(0, classes).mapToObj(k -> "c" + k).toList());
  }

  static LabelledTable table(Samples samples) {
    return new LabelledTable(samples, "table.csv", Optional.empty(), List.of());
  }

  /** Says class 1 from this code on. */
  static IntegerNetwork step(long threshold) {
    return new IntegerNetwork(
        "step" + threshold,
        List.of(InputFeature.filling("x0", 4, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR)),
        List.of(
            new DenseLayer(
                "layer0",
                LongMatrix.of(new long[][] {{1}}),
                LongVector.of(0),
                new Activation.Identity())),
        new Decision.Threshold(LongVector.of(1), LongVector.of(0), threshold),
        List.of("c0", "c1"));
  }
}
