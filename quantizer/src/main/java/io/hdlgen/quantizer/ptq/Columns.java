package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.InputFeature;
import java.util.List;

/** Tables of features, by row and by column. */
final class Columns {
  private Columns() {}

  /** {@code [columns][rows]} of {@code [rows][columns]}, which has a row. */
  static double[][] of(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][r] = rows[r][i];
      }
    }
    return columns;
  }

  /** The features' codes, {@code [rows][features]}. */
  static double[][] encode(List<InputFeature> features, double[][] rows) {
    double[][] codes = new double[rows.length][features.size()];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        codes[r][i] = features.get(i).encode(rows[r][i]);
      }
    }
    return codes;
  }

  /**
   * The rows, with every value beyond what its feature's codes can tell apart moved to the end of
   * that range: what the float network makes of more cannot be had.
   */
  static double[][] clipped(List<InputFeature> features, double[][] rows) {
    double[][] result = new double[rows.length][features.size()];
    for (int i = 0; i < features.size(); i++) {
      InputFeature feature = features.get(i);
      double one = feature.decode(feature.min());
      double other = feature.decode(feature.max());
      double margin = Math.abs(feature.scale()) / 2;
      double low = Math.min(one, other) - margin;
      double high = Math.max(one, other) + margin;
      for (int r = 0; r < rows.length; r++) {
        result[r][i] = Math.max(low, Math.min(high, rows[r][i]));
      }
    }
    return result;
  }
}
