package io.hdlgen.quantizer.calibration;

/**
 * A uniform quantizer of real values: index k, the number of thresholds {@code firstThreshold + j *
 * spacing} (0 <= j < count) that a value reaches, stands for {@code base + spacing * k}.
 *
 * @param base what index 0 stands for
 * @param spacing distance of neighbouring levels, greater than 0
 * @param count number of thresholds
 */
public record Levels(double base, double spacing, int count) {
  private static final double[] START_RANGES = {1, 0.85, 0.7, 0.55, 0.4, 0.3, 0.2, 0.1};
  private static final int MAX_ROUNDS = 40;

  /** A start is given up when a round lowers the error by a smaller part than this. */
  private static final double LEAST_GAIN = 1e-4;

  /** The value from which the index is greater than {@code index}. */
  public double threshold(int index) {
    return base + (index + 0.5) * spacing;
  }

  /** What the highest index stands for. */
  public double top() {
    return base + count * spacing;
  }

  /** The number of thresholds that {@code value} reaches. */
  public int index(double value) {
    int guess = (int) Math.max(0, Math.min(count, Math.floor((value - base) / spacing + 0.5)));
    while (guess > 0 && value < threshold(guess - 1)) {
      guess--;
    }
    while (guess < count && value >= threshold(guess)) {
      guess++;
    }
    return guess;
  }

  /** Levels whose index is 0 up to {@code high}, and that never stand for anything else there. */
  static Levels above(double high, int count) {
    double spacing = Math.max(1, Math.abs(high));
    return new Levels(high + spacing, spacing, count);
  }

  /** Levels from {@code low} to {@code high}, which differ. */
  static Levels between(double low, double high, int count) {
    double spacing = (high - low) / count;
    return spacing > 0 ? new Levels(low, spacing, count) : above(high, count);
  }

  /**
   * The levels with the least mean squared error, if {@code estimates} are quantized to stand for
   * {@code truths}: Lloyd's method ("Least squares quantization in PCM", IEEE Trans. Inf. Theory,
   * 1982) for levels that stay equidistant, from several starts. Truths that are all equal give
   * levels whose index is 0 everywhere on the estimates.
   */
  static Levels fit(double[] estimates, double[] truths, int count) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double estimate : estimates) {
      low = Math.min(low, estimate);
      high = Math.max(high, estimate);
    }
    double mean = mean(truths);
    Levels best = above(high, count);
    if (low == high || !((high - low) / count > 0)) {
      return best;
    }
    double bestError = variance(truths, mean) * (1 - 1e-9);
    double middle = mean(estimates);
    for (double fraction : START_RANGES) {
      double bottom = middle - fraction * (middle - low);
      Levels levels = new Levels(bottom, fraction * (high - low) / count, count);
      double last = Double.POSITIVE_INFINITY;
      for (int round = 0; round < MAX_ROUNDS && levels != null && levels.spacing > 0; round++) {
        Fit fit = levels.regress(estimates, truths);
        if (fit.error < bestError * (1 - 1e-9)) {
          bestError = fit.error;
          best = levels;
        }
        boolean settled = !(fit.error < last * (1 - LEAST_GAIN));
        last = fit.error;
        levels = settled ? null : fit.levels;
      }
    }
    return best;
  }

  private record Fit(double error, Levels levels) {}

  /** The affine map of indices to truths, as levels, and the error it leaves. */
  private Fit regress(double[] estimates, double[] truths) {
    double n = estimates.length;
    double sum = 0;
    double squares = 0;
    double products = 0;
    double truthSum = 0;
    double truthSquares = 0;
    for (int r = 0; r < estimates.length; r++) {
      int k = index(estimates[r]);
      sum += k;
      squares += (double) k * k;
      products += k * truths[r];
      truthSum += truths[r];
      truthSquares += truths[r] * truths[r];
    }
    double variance = squares / n - sum / n * (sum / n);
    double covariance = products / n - sum / n * (truthSum / n);
    double truthVariance = truthSquares / n - truthSum / n * (truthSum / n);
    if (variance <= 0 || covariance <= 0) {
      return new Fit(Double.POSITIVE_INFINITY, null);
    }
    double slope = covariance / variance;
    return new Fit(
        truthVariance - slope * covariance,
        new Levels(truthSum / n - slope * sum / n, slope, count));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double variance(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }
}
