package io.hdlgen.quantizer.ptq;

/**
 * The straight line {@code base + slope * x} through given points with the least squared error and
 * a slope of at least 0.
 */
record AffineFit(double base, double slope) {
  static AffineFit of(double[] x, double[] y) {
    double meanX = QuantizedInputs.mean(x);
    double meanY = QuantizedInputs.mean(y);
    double xx = 0;
    double xy = 0;
    for (int r = 0; r < x.length; r++) {
      xx += (x[r] - meanX) * (x[r] - meanX);
      xy += (x[r] - meanX) * (y[r] - meanY);
    }
    double slope = xx > 0 ? Math.max(0, xy / xx) : 0;
    return new AffineFit(meanY - slope * meanX, slope);
  }

  double apply(double x) {
    return base + slope * x;
  }
}
