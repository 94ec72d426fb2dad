package io.hdlgen.quantizer.input;

import io.hdlgen.quantizer.network.InputFeature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds features of which hardly anything is left when they become codes. */
public final class FlattenedFeatures {
  /** A feature is flattened if at least this part of its rows, though different, share one code. */
  private static final double FLAT = 0.99;

  private FlattenedFeatures() {}

  /**
   * What to tell of features that a few rows, far off all others, have flattened.
   *
   * @param rows real values, {@code [rows][features]}
   */
  public static Optional<String> note(List<InputFeature> features, double[][] rows) {
    List<String> names =
        IntStream.range(0, features.size())
            .filter(i -> isFlattened(features.get(i), rows, i))
            .mapToObj(i -> features.get(i).name())
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Nearly all values of %s, though different, become one code, since a few lie far off"
                .formatted(listed(names)));
  }

  private static boolean isFlattened(InputFeature feature, double[][] rows, int column) {
    double[] values = Arrays.stream(rows).mapToDouble(row -> row[column]).sorted().toArray();
    long[] codes = Arrays.stream(values).mapToLong(feature::encode).toArray();
    double enough = Math.min(FLAT * codes.length, codes.length - 1);
    int first = 0;
    for (int r = 1; r <= codes.length; r++) {
      if (r == codes.length || codes[r] != codes[first]) {
        boolean different = values[r - 1] > values[first];
        if (different && r - first >= enough && r - first < codes.length) {
          return true;
        }
        first = r;
      }
    }
    return false;
  }

  private static String listed(List<String> names) {
    return names.size() <= 3
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 3)) + " and %d more".formatted(names.size() - 3);
  }
}
