package io.hdlgen.flow;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a precision means for each layer of a network. */
final class LayerFormats {
  /** The most bits of a weight that is trained. */
  static final int MAX_TRAINED_BITS = 8;

  private LayerFormats() {}

  /**
   * The formats of layers with these activations, from the first to the last.
   *
   * @param sign whether hidden values are their sign, whatever their number of bits
   * @throws InvalidInputException if the precision says something of another number of layers
   */
  static List<LayerFormat> of(
      Precision precision, List<FloatActivation> activations, boolean sign) {
    List<WeightFormat> weights = weights(precision, activations.size());
    List<LayerFormat> formats = new ArrayList<>();
    for (int l = 0; l < activations.size(); l++) {
      formats.add(
          new LayerFormat(
              weights.get(l),
              sign
                  ? new ActivationFormat.Bipolar()
                  : behind(activations.get(l), precision.activationBitsOf(l))));
    }
    return formats;
  }

  /**
   * The weights of each of {@code layers} layers.
   *
   * @throws InvalidInputException if the precision says something of another number of layers
   */
  static List<WeightFormat> weights(Precision precision, int layers) {
    check("--layer-bits", precision.layerBits().size(), layers, 0);
    check("--weights", precision.weights().size(), layers, 1);
    return IntStream.range(0, layers).mapToObj(l -> weight(precision, l)).toList();
  }

  /** Whether weights of this format can be trained; others are rounded. */
  static boolean isTrainable(WeightFormat format) {
    return !(format instanceof WeightFormat.Integers integers
        && integers.bits() > MAX_TRAINED_BITS);
  }

  /** What to tell of what was not said. */
  static List<String> notes(Precision precision) {
    boolean all = precision.bits().isPresent() || !precision.layerBits().isEmpty();
    boolean weights = all || precision.weightBits().isPresent() || !precision.weights().isEmpty();
    List<String> notes = new ArrayList<>();
    if (!weights) {
      notes.add("No bits were chosen for weights: taken as " + Precision.DEFAULT_BITS);
    }
    if (!all && precision.activationBits().isEmpty()) {
      notes.add("No bits were chosen for activations: taken as " + Precision.DEFAULT_BITS);
    }
    return notes;
  }

  private static void check(String option, int entries, int layers, int alsoAllowed) {
    if (entries != 0 && entries != layers && entries != alsoAllowed) {
      throw new InvalidInputException(
          option,
          entries + (entries == 1 ? " entry" : " entries"),
          layers + ", one a layer" + (alsoAllowed == 1 ? ", or one for all" : ""));
    }
  }

  private static WeightFormat weight(Precision precision, int layer) {
    List<WeightFormat> weights = precision.weights();
    return weights.isEmpty()
        ? WeightFormat.ofBits(precision.weightBitsOf(layer))
        : weights.get(weights.size() == 1 ? 0 : layer);
  }

  private static ActivationFormat behind(FloatActivation activation, int bits) {
    return switch (activation) {
      case RELU, SIGMOID -> new ActivationFormat.Unsigned(bits);
      case IDENTITY, TANH, HARD_TANH ->
          bits == 1 ? new ActivationFormat.Bipolar() : new ActivationFormat.Signed(bits);
    };
  }
}
