package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.input.FlattenedFeatures;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with calibration rows that can be calculated with, but hardly relied on. */
final class CalibrationNotes {
  /** Fewer different rows hardly show what the network will meet. */
  private static final int FEW_ROWS = 50;

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
    FlattenedFeatures.note(features, rows)
        .ifPresent(note -> notes.add(note + "; calibration by a percentile may help"));
    return notes;
  }
}
