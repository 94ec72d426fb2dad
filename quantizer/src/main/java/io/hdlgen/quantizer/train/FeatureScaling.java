package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.train.compute.Matrix;

/**
 * How real features are scaled for a float network: {@code (x - offset) / scale}.
 *
 * @param offsets one a feature; 0 where 0 is a common value, so that sparse data stays sparse
 * @param scales one a feature: the standard deviation, but no less than an eighth of the range, so
 *     that a pixel that is seldom lit does not get a weight beyond all others, which no quantizer
 *     could hold; 0 for a constant feature, which is left out
 */
record FeatureScaling(double[] offsets, double[] scales) {

  private static final double RANGE = 8;

  /**
   * The scaling of these rows.
   *
   * @param centred whether to take the means away; batch normalisation makes that needless
   */
  static FeatureScaling of(double[][] features, int[] which, boolean centred) {
    int n = features[0].length;
    double[] offsets = new double[n];
    double[] scales = new double[n];
    for (int i = 0; i < n; i++) {
      double mean = 0;
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int row : which) {
        mean += features[row][i] / which.length;
        least = Math.min(least, features[row][i]);
        greatest = Math.max(greatest, features[row][i]);
      }
      double variance = 0;
      for (int row : which) {
        variance += (features[row][i] - mean) * (features[row][i] - mean) / which.length;
      }
      scales[i] = Math.max(Math.sqrt(variance), (greatest - least) / RANGE);
      boolean zeroOccurs = least <= 0 && greatest >= 0;
      offsets[i] = centred ? mean : zeroOccurs ? 0 : least;
    }
    return new FeatureScaling(offsets, scales);
  }

  Matrix apply(double[][] features) {
    Matrix scaled = new Matrix(features.length, offsets.length);
    for (int r = 0; r < features.length; r++) {
      for (int i = 0; i < offsets.length; i++) {
        scaled.set(r, i, scales[i] == 0 ? 0 : (float) ((features[r][i] - offsets[i]) / scales[i]));
      }
    }
    return scaled;
  }
}
