package io.hdlgen.quantizer.ptq;

/**
 * Quantizes the last layer. All outputs share one scale, so that the accumulators themselves can be
 * compared, without a multiplier for each class.
 */
final class OutputLayerFitter {
  /** Biases in units of the last accumulators stay below this. */
  private static final double MAX_BIAS = 1 << 30;

  private final QuantizedInputs inputs;
  private final WeightLevels weightLevels;

  OutputLayerFitter(QuantizedInputs inputs, WeightLevels weightLevels) {
    this.inputs = inputs;
    this.weightLevels = weightLevels;
  }

  /**
   * A quantized last layer: output k is {@code scale * (accumulator + biases[k])}.
   *
   * @param scale greater than 0
   * @param biases in units of the accumulators, less than 2^31; live
   */
  record Output(IntegerLayer layer, double scale, double[] biases) {}

  /**
   * Quantizes the layer.
   *
   * @param wanted its weights in units of the input codes, {@code [outputs][inputs]}
   * @param targets the float network's outputs, {@code [outputs][rows]}
   */
  Output fit(String name, double[][] wanted, double[][] targets, FitEffort effort) {
    int[][] q = weights(wanted, targets, effort);
    double squares = 0;
    double products = 0;
    double[] sumMeans = new double[q.length];
    double[] targetMeans = new double[q.length];
    double largest = 0;
    for (int k = 0; k < q.length; k++) {
      double[] sums = inputs.accumulate(q[k]);
      sumMeans[k] = QuantizedInputs.mean(sums);
      targetMeans[k] = QuantizedInputs.mean(targets[k]);
      largest = Math.max(largest, Math.abs(targetMeans[k]));
      for (int r = 0; r < sums.length; r++) {
        double centred = sums[r] - sumMeans[k];
        squares += centred * centred;
        products += centred * (targets[k][r] - targetMeans[k]);
      }
    }
    double scale = squares > 0 ? Math.max(0, products / squares) : 0;
    // Where the inputs decide (almost) nothing, the biases still must be told apart.
    scale = Math.max(scale, largest / MAX_BIAS);
    if (scale == 0) {
      scale = 1;
    }
    double[] biases = new double[q.length];
    for (int k = 0; k < biases.length; k++) {
      biases[k] = targetMeans[k] / scale - sumMeans[k];
    }
    return new Output(IntegerLayer.last(name, q), scale, biases);
  }

  private int[][] weights(double[][] wanted, double[][] targets, FitEffort effort) {
    if (effort == FitEffort.NEAREST) {
      return NearestWeights.of(wanted, inputs.variances(), weightLevels).weights();
    }
    double[][] correlations = new double[targets.length][];
    for (int k = 0; k < targets.length; k++) {
      correlations[k] = inputs.covarianceWith(targets[k]);
    }
    return new IntegerLeastSquares(inputs.covariance(), weightLevels, wanted, correlations).solve();
  }
}
