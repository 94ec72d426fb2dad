package io.hdlgen.quantizer.network;

import java.util.List;

/**
 * A classifier in which every value is an exact integer: the contract between the quantizer, the
 * reference model and the hardware generator.
 *
 * <p>Semantics: {@code docs/semantics.md}.
 *
 * @param name the network's name, not blank
 * @param inputs at least one feature
 * @param layers at least one; the first takes the features, of a thermometer feature a value for
 *     each of its levels, each other the values of the one before
 * @param decision scores and class from the last layer's values
 * @param classNames one a class ({@link #classes}); empty if the decision gives no class. A
 *     decision on bits does not say how many classes there are: these do
 */
public record IntegerNetwork(
    String name,
    List<InputFeature> inputs,
    List<DenseLayer> layers,
    Decision decision,
    List<String> classNames) {
  public IntegerNetwork {
    inputs = List.copyOf(inputs);
    layers = List.copyOf(layers);
    classNames = List.copyOf(classNames);
    check(!name.isBlank(), "a network without a name");
    check(!inputs.isEmpty(), "a network without inputs");
    check(!layers.isEmpty(), "a network without layers");
    int width = inputs.stream().mapToInt(InputFeature::values).sum();
    for (DenseLayer layer : layers) {
      check(
          layer.inputs() == width,
          "layer %s takes %d values, but there are %d"
              .formatted(layer.name(), layer.inputs(), width));
      width = layer.outputs();
    }
    decision.accept(new DecisionCheck(inputs, layers, classNames.size()));
  }

  /**
   * Number of values that layer 0 takes: one a feature, but of a thermometer feature one for each
   * of its levels.
   */
  public int inputValues() {
    return layers.get(0).inputs();
  }

  /**
   * The values that layer 0 takes, {@code [inputValues]}.
   *
   * @param codes {@code [features]}, each one that its feature accepts
   */
  public long[] inputValues(long[] codes) {
    if (!hasThermometers()) {
      return codes.clone();
    }
    long[] values = new long[inputValues()];
    int next = 0;
    for (int i = 0; i < codes.length; i++) {
      for (int j = 0; j < inputs.get(i).values(); j++) {
        values[next++] = inputs.get(i).value(codes[i], j);
      }
    }
    return values;
  }

  /** Whether some feature is a thermometer. */
  public boolean hasThermometers() {
    return inputs.stream().anyMatch(feature -> feature.encoding() == Encoding.THERMOMETER);
  }

  /** Number of scores, one an output of the last layer; 0 if the decision is on bits. */
  public int scores() {
    return decision.scores();
  }

  /** Whether all sums are exact, and so is the argmax, if there is one. */
  public boolean isExact() {
    return layers.stream().allMatch(layer -> layer.arithmetic() instanceof Arithmetic.Exact)
        && (!(decision instanceof Decision.ArgMax argMax) || argMax.tournament().isEmpty());
  }

  /** Number of classes; 0 if the decision gives scores alone. */
  public int classes() {
    return classNames.size();
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
