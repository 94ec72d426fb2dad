package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What each layer of the float network has on the calibration rows, before its activation. */
final class FloatTrace {
  /** Squares of greater sums, added up, may leave the range of a double. */
  private static final double MAX_SUM = 1e100;

  private final List<double[][]> sums = new ArrayList<>();

  /**
   * Evaluates the network.
   *
   * @param rows {@code [rows][features]}
   * @throws InvalidInputException if a sum is too large to calculate with
   */
  FloatTrace(FloatNetwork network, double[][] rows) {
    double[][] values = Columns.of(rows);
    for (FloatLayer layer : network.layers()) {
      double[][] layerSums = sums(layer, values);
      check(layer, layerSums);
      sums.add(layerSums);
      values = activated(layer.activation(), layerSums);
    }
  }

  /** {@code [outputs][rows]}; not to be changed. */
  double[][] sums(int layer) {
    return sums.get(layer);
  }

  private static double[][] sums(FloatLayer layer, double[][] inputs) {
    double[][] weights = layer.weights().getData();
    return IntStream.range(0, weights.length)
        .parallel()
        .mapToObj(n -> sum(weights[n], layer.biases().getEntry(n), inputs))
        .toArray(double[][]::new);
  }

  private static double[] sum(double[] weights, double bias, double[][] inputs) {
    double[] sum = new double[inputs[0].length];
    Arrays.fill(sum, bias);
    for (int i = 0; i < inputs.length; i++) {
      double weight = weights[i];
      double[] column = inputs[i];
      for (int r = 0; r < sum.length; r++) {
        sum[r] += weight * column[r];
      }
    }
    return sum;
  }

  private static double[][] activated(FloatActivation activation, double[][] sums) {
    return Arrays.stream(sums)
        .map(column -> Arrays.stream(column).map(activation::apply).toArray())
        .toArray(double[][]::new);
  }

  private static void check(FloatLayer layer, double[][] sums) {
    for (int n = 0; n < sums.length; n++) {
      for (double sum : sums[n]) {
        if (!(Math.abs(sum) <= MAX_SUM)) {
          throw new InvalidInputException(
              "layer %s, neuron %d".formatted(layer.name(), n),
              "the sum %s on a calibration row".formatted(sum),
              "magnitudes up to " + MAX_SUM);
        }
      }
    }
  }
}
