package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.calibration.Calibration;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.input.InputOptions;
import java.util.Collections;
import java.util.List;

/**
 * What post-training quantization may spend, and how it chooses.
 *
 * @param layers one a layer, or a single one for all
 * @param inputs how the features are quantized
 * @param calibration which range the hidden values cover
 * @param fitting how weights are found
 */
public record PtqOptions(
    List<LayerPrecision> layers,
    InputOptions inputs,
    Calibration calibration,
    WeightFitting fitting) {
  public PtqOptions {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new InvalidInputException("layer bits", "none", "one a layer, or one for all");
    }
  }

  /** These precisions, everything else as usual. */
  public PtqOptions(List<LayerPrecision> layers, InputOptions inputs) {
    this(layers, inputs, new Calibration.MeanSquaredError(), WeightFitting.AUTOMATIC);
  }

  /**
   * The same bits in every layer.
   *
   * @param weightBits 1 to 16; one bit means -1 and +1
   * @param activationBits 1 to 8
   */
  public PtqOptions(int weightBits, int activationBits, InputOptions inputs) {
    this(List.of(LayerPrecision.ofBits(weightBits, activationBits)), inputs);
  }

  /** Options whose input scales and signs come from the calibration rows. */
  public static PtqOptions of(int weightBits, int activationBits, int inputBits) {
    return new PtqOptions(weightBits, activationBits, InputOptions.ofBits(inputBits));
  }

  /** Layer k has weights of {@code bits[k]} bits, and values of as many, but no more than 8. */
  public static PtqOptions ofLayerBits(List<Integer> bits, InputOptions inputs) {
    return new PtqOptions(
        bits.stream()
            .map(b -> LayerPrecision.ofBits(b, Math.min(b, ActivationFormat.MAX_BITS)))
            .toList(),
        inputs);
  }

  /** The same with other precisions. */
  public PtqOptions with(List<LayerPrecision> other) {
    return new PtqOptions(other, inputs, calibration, fitting);
  }

  /** The same with another calibration of the hidden values. */
  public PtqOptions with(Calibration other) {
    return new PtqOptions(layers, inputs, other, fitting);
  }

  /** The same with another way to find weights. */
  public PtqOptions with(WeightFitting other) {
    return new PtqOptions(layers, inputs, calibration, other);
  }

  /**
   * The precision of each of {@code count} layers.
   *
   * @throws InvalidInputException if there are neither {@code count} nor one
   */
  List<LayerPrecision> forLayers(int count) {
    if (layers.size() == count) {
      return layers;
    }
    if (layers.size() != 1) {
      throw new InvalidInputException(
          "layer bits", layers.size() + " of them", count + ", one a layer of the network");
    }
    return Collections.nCopies(count, layers.get(0));
  }
}
