package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.calibration.Calibration;
import io.hdlgen.quantizer.calibration.Levels;
import io.hdlgen.quantizer.floating.FloatActivation;

/**
 * Chooses weights, bias and levels of the hidden neurons of one layer, so that on the calibration
 * rows their values are as near as they can be to those of the float network.
 */
final class HiddenNeuronFitter {
  private static final int CLIPPING_ROUNDS = 6;
  private static final int QUICK_CLIPPING_ROUNDS = 1;

  private final QuantizedInputs inputs;
  private final FloatActivation activation;
  private final WeightLevels weightLevels;
  private final ValueCodes codes;
  private final Calibration calibration;

  HiddenNeuronFitter(
      QuantizedInputs inputs,
      FloatActivation activation,
      WeightLevels weightLevels,
      ValueCodes codes,
      Calibration calibration) {
    this.inputs = inputs;
    this.activation = activation;
    this.weightLevels = weightLevels;
    this.codes = codes;
    this.calibration = calibration;
  }

  /** The weights of a neuron and the line from its sums to what the float neuron has. */
  private record Sums(int[] weights, AffineFit line) {}

  /**
   * The integer neuron.
   *
   * @param wanted real weights {@code [inputs]}, in units of the input codes
   * @param targets what the float neuron has before its activation, {@code [rows]}
   */
  QuantizedNeuron fit(double[] wanted, double[] targets, FitEffort effort) {
    double[] truths = new double[targets.length];
    for (int r = 0; r < truths.length; r++) {
      truths[r] = activation.apply(targets[r]);
    }
    if (isConstant(truths)) {
      return constant(wanted);
    }
    Levels ideal = calibration.levels(truths, codes.count());
    Sums sums =
        effort == FitEffort.NEAREST
            ? nearest(wanted, targets)
            : reconstructed(wanted, targets, ideal, effort == FitEffort.ONE_START);
    QuantizedNeuron neuron = neuron(sums, ideal);
    double[] estimates = inputs.accumulate(sums.weights());
    for (int r = 0; r < estimates.length; r++) {
      estimates[r] = neuron.estimate(estimates[r]);
    }
    return neuron(sums, calibration.levels(estimates, truths, codes.count()));
  }

  private QuantizedNeuron neuron(Sums sums, Levels levels) {
    return new QuantizedNeuron(
        sums.weights(), sums.line().slope(), sums.line().base(), activation, levels, codes);
  }

  /** The mean of the sum is kept: bias correction. */
  private Sums nearest(double[] wanted, double[] targets) {
    NearestWeights found =
        NearestWeights.of(new double[][] {wanted}, inputs.variances(), weightLevels);
    int[] weights = found.weights()[0];
    double mean = QuantizedInputs.mean(inputs.accumulate(weights));
    double base = QuantizedInputs.mean(targets) - found.scale() * mean;
    return new Sums(weights, new AffineFit(base, found.scale()));
  }

  private Sums reconstructed(double[] wanted, double[] targets, Levels ideal, boolean quick) {
    double low = preimage(ideal.base(), Double.NEGATIVE_INFINITY);
    double high = preimage(ideal.top(), Double.POSITIVE_INFINITY);
    double[][] real = {wanted};
    double[] current = targets;
    IntegerLeastSquares first =
        new IntegerLeastSquares(
            inputs.covariance(),
            weightLevels,
            real,
            new double[][] {inputs.covarianceWith(current)});
    int[][] q =
        quick
            ? first.improve(NearestWeights.of(real, inputs.variances(), weightLevels).weights())
            : first.solve();
    int rounds = quick ? QUICK_CLIPPING_ROUNDS : CLIPPING_ROUNDS;
    AffineFit best = null;
    int[] bestWeights = null;
    double bestError = Double.POSITIVE_INFINITY;
    for (int round = 0; ; round++) {
      double[] sums = inputs.accumulate(q[0]);
      AffineFit fit = AffineFit.of(sums, current);
      double error = 0;
      double[] next = new double[targets.length];
      for (int r = 0; r < next.length; r++) {
        double estimate = fit.apply(sums[r]);
        double difference = clip(estimate, low, high) - clip(targets[r], low, high);
        error += difference * difference;
        next[r] = beyond(targets[r], estimate, low, high);
      }
      if (error < bestError) {
        bestError = error;
        best = fit;
        bestWeights = q[0];
      }
      if (round == rounds) {
        break;
      }
      current = next;
      q =
          new IntegerLeastSquares(
                  inputs.covariance(),
                  weightLevels,
                  real,
                  new double[][] {inputs.covarianceWith(current)})
              .improve(q);
    }
    return new Sums(bestWeights, best);
  }

  /** A neuron whose value never changes: it is all bias, and needs no weights. */
  private QuantizedNeuron constant(double[] wanted) {
    int[] weights = new int[wanted.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weightLevels.nearest(weightLevels.hasZero() ? 0 : wanted[i]);
    }
    Levels never = new Levels(activation.apply(0) + 1, 1, codes.count());
    return new QuantizedNeuron(weights, 0, 0, activation, never, codes);
  }

  /**
   * What the estimate should have been: where target and estimate both lie beyond the same end of
   * the levels, any estimate is right (the value saturates there).
   */
  private static double beyond(double target, double estimate, double low, double high) {
    if (target <= low) {
      return Math.min(estimate, low);
    }
    return target >= high ? Math.max(estimate, high) : target;
  }

  private static double clip(double x, double low, double high) {
    return Math.max(low, Math.min(high, x));
  }

  /** Where the activation reaches {@code value}; {@code never} where it does not. */
  private double preimage(double value, double never) {
    double x =
        switch (activation) {
          case IDENTITY -> value;
          case RELU -> Math.max(0, value);
          case SIGMOID -> StrictMath.log(value / (1 - value));
          case TANH -> 0.5 * StrictMath.log((1 + value) / (1 - value));
          case HARD_TANH -> Math.abs(value) < 1 ? value : Double.NaN;
        };
    return Double.isFinite(x) ? x : never;
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }
}
