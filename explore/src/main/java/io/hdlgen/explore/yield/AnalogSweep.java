package io.hdlgen.explore.yield;

import io.hdlgen.explore.sensor.Converter;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;

/**
 * The accuracy of circuits whose analog side is off: Gaussian errors, drawn once a printed copy and
 * the same for all rows. A sample is one copy at all sizes of the error: each is the same draw,
 * scaled.
 */
public final class AnalogSweep {
  /** Standard deviations of {@link Deviation#COMPARATOR_OFFSET} that reports are of. */
  public static final List<Double> OFFSETS = List.of(0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0);

  /** Standard deviations of the drifts that reports are of. */
  public static final List<Double> DRIFTS = List.of(0.0, 0.5, 1.0, 2.0, 5.0, 10.0);

  private static final double PERCENT = 0.01;

  /** What is off. */
  public enum Deviation {
    /**
     * Each comparator's threshold on its own; in steps of a grid of 4 bits, 15 of which are the
     * full scale from the lowest code of the feature to its highest.
     */
    COMPARATOR_OFFSET,
    /** All values of a feature are shifted together; in per cent of the full scale. */
    SENSOR_OFFSET,
    /**
     * All values of a feature are stretched together, away from the lowest code, by a factor whose
     * logarithm is Gaussian; in per cent.
     */
    SENSOR_GAIN
  }

  /**
   * What becomes of the circuit at an error.
   *
   * @param sigma standard deviation, in the unit of the error
   * @param accuracy of the copies
   */
  public record Point(double sigma, Spread accuracy) {}

  private AnalogSweep() {}

  /**
   * @param sigmas standard deviations, 0 or more, in the unit of the error
   */
  public static List<Point> of(
      TrialCircuit circuit, Deviation error, List<Double> sigmas, MonteCarlo plan) {
    if (!sigmas.stream().allMatch(sigma -> sigma >= 0 && Double.isFinite(sigma))) {
      throw new IllegalArgumentException("a standard deviation below 0: " + sigmas);
    }
    List<int[]> copies = plan.run(random -> copy(circuit, error, sigmas, random));
    return IntStream.range(0, sigmas.size())
        .mapToObj(
            k ->
                new Point(
                    sigmas.get(k),
                    Spread.of(circuit, copies.stream().mapToInt(copy -> copy[k]).toArray())))
        .toList();
  }

  private static int[] copy(
      TrialCircuit circuit, Deviation error, List<Double> sigmas, RandomGenerator random) {
    List<Converter> converters = circuit.converters().list();
    double[][] draws =
        converters.stream()
            .map(converter -> draws(converter, error, random))
            .toArray(double[][]::new);
    return sigmas.stream()
        .mapToInt(
            sigma -> {
              double[][] thresholds = circuit.converters().thresholds();
              for (int p = 0; p < thresholds.length; p++) {
                for (int i = 0; i < thresholds[p].length; i++) {
                  thresholds[p][i] =
                      moved(converters.get(p), error, thresholds[p][i], sigma * draws[p][i]);
                }
              }
              return circuit.right(thresholds);
            })
        .toArray();
  }

  /** One a comparator; equal ones where the sensor is what is off. */
  private static double[] draws(Converter converter, Deviation error, RandomGenerator random) {
    double common = random.nextGaussian();
    return converter.comparators().stream()
        .mapToDouble(
            comparator -> error == Deviation.COMPARATOR_OFFSET ? random.nextGaussian() : common)
        .toArray();
  }

  /** A threshold on the axis of the true values. */
  private static double moved(Converter converter, Deviation error, double threshold, double size) {
    return switch (error) {
      case COMPARATOR_OFFSET -> threshold + size * converter.step();
      case SENSOR_OFFSET -> threshold - size * PERCENT * converter.fullScale();
      case SENSOR_GAIN -> {
        double bottom = converter.bottom();
        // A factor of 1 leaves the threshold exactly where it is.
        yield size == 0 ? threshold : bottom + (threshold - bottom) * FastMath.exp(-size * PERCENT);
      }
    };
  }
}
