package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is wrong with calibration rows that can be calculated with, but hardly relied on. */
final class CalibrationNotes {
  /** Fewer different rows hardly show what the network will meet. */
  private static final int FEW_ROWS = 50;

  /** A feature is flattened if at least this part of its rows, though different, share one code. */
  private static final double FLAT = 0.99;

  private final FloatNetwork network;
  private final List<InputFeature> features;
  private final double[][] rows;

  /**
   * @param rows {@code [rows][features]}
   */
  CalibrationNotes(FloatNetwork network, List<InputFeature> features, double[][] rows) {
    this.network = network;
    this.features = features;
    this.rows = rows;
  }

  List<String> list() {
    List<String> notes = new ArrayList<>();
    Set<List<Double>> different = new HashSet<>();
    for (int r = 0; r < rows.length && different.size() < FEW_ROWS; r++) {
      different.add(Arrays.stream(rows[r]).boxed().toList());
    }
    if (different.size() < FEW_ROWS) {
      notes.add(
          "The calibration data has %d different row%s: ranges measured on so few are a guess"
              .formatted(different.size(), different.size() == 1 ? "" : "s"));
    }
    if (different.size() > 1
        && Arrays.stream(rows).mapToInt(network::classify).distinct().count() == 1) {
      notes.add("The float network gives every calibration row the same class");
    }
    List<String> flat =
        IntStream.range(0, features.size()).filter(this::isFlattened).mapToObj(this::name).toList();
    if (!flat.isEmpty()) {
      notes.add(
          "Nearly all values of %s, though different, become one code, since a few lie far off;"
                  .formatted(listed(flat))
              + " calibration by a percentile may help");
    }
    return notes;
  }

  private boolean isFlattened(int feature) {
    double[] values = Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
    long[] codes = Arrays.stream(values).mapToLong(features.get(feature)::encode).toArray();
    int longest = 0;
    int first = 0;
    for (int r = 1; r <= codes.length; r++) {
      if (r == codes.length || codes[r] != codes[first]) {
        if (r - first >= FLAT * codes.length && values[r - 1] > values[first]) {
          longest = Math.max(longest, r - first);
        }
        first = r;
      }
    }
    return longest > 0 && longest < codes.length;
  }

  private String name(int feature) {
    return features.get(feature).name();
  }

  private static String listed(List<String> names) {
    return names.size() <= 3
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 3)) + " and %d more".formatted(names.size() - 3);
  }
}
