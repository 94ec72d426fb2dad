package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;

/**
 * Turns a float network into an integer network without training it.
 *
 * <p>Layer by layer, integer weights are searched for, given the values of the layers quantized
 * before; biases and scales then vanish in integer thresholds. With three bits or less, a last
 * search changes single weights and thresholds where that brings the class probabilities of the
 * whole network nearer to the float network's.
 */
public final class PostTrainingQuantizer {
  private PostTrainingQuantizer() {}

  /**
   * The integer network. The same arguments give the same network in every process.
   *
   * <p>It has as many layers as the float network and no biases; hidden layers are {@code
   * MultiThreshold}, unsigned behind ReLU and sigmoid, else two's complement (bipolar in one bit).
   * Several outputs are decided by {@code ArgMax} with all multipliers 1, one output by {@code
   * Threshold}. Classes are named as in the float network, else by their number.
   *
   * @param calibrationRows real features {@code [rows][features]} as the network will meet them, a
   *     few hundred or more; not changed
   * @throws InvalidInputException if the rows or the network's weights are not finite numbers of
   *     the right shape, there is no row, or there are precisions for another number of layers
   */
  public static PtqResult quantize(
      FloatNetwork network, double[][] calibrationRows, PtqOptions options, PtqListener listener) {
    Quantization quantization = prepare(network, calibrationRows, options, SearchEffort.FULL);
    return new PtqResult(
        quantization.quantize(options.forLayers(network.layers().size()), listener),
        quantization.notes());
  }

  /**
   * The integer network of {@link #quantize(FloatNetwork, double[][], PtqOptions, PtqListener)}.
   */
  public static IntegerNetwork quantize(
      FloatNetwork network, double[][] calibrationRows, PtqOptions options) {
    return quantize(network, calibrationRows, options, PtqListener.NONE).network();
  }

  /** Everything that does not depend on the precision of the layers. */
  static Quantization prepare(
      FloatNetwork network, double[][] calibrationRows, PtqOptions options, SearchEffort effort) {
    check(network);
    CalibrationRows rows = CalibrationRows.of(calibrationRows, network.featureNames().size());
    return new Quantization(network, rows, options, effort);
  }

  static void check(FloatNetwork network) {
    if (network.featureNames().isEmpty() || network.layers().isEmpty()) {
      throw new InvalidInputException(
          "network " + network.name(), "no features or no layers", "at least one of each");
    }
    int width = network.featureNames().size();
    for (FloatLayer layer : network.layers()) {
      if (layer.weights().getColumnDimension() != width) {
        throw new InvalidInputException(
            "layer " + layer.name(),
            layer.weights().getColumnDimension() + " inputs",
            width + ", as many as there are values before it");
      }
      width = layer.weights().getRowDimension();
      for (int n = 0; n < width; n++) {
        double sum = layer.biases().getEntry(n);
        for (double weight : layer.weights().getRow(n)) {
          sum += Math.abs(weight);
        }
        if (!Double.isFinite(sum)) {
          throw new InvalidInputException(
              "layer %s, neuron %d".formatted(layer.name(), n),
              "a weight or bias that is not finite, or too large",
              "finite numbers");
        }
      }
    }
  }
}
