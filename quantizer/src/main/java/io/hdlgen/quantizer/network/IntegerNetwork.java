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
 * @param layers at least one; the first takes the features, each other the values of the one before
 * @param decision scores and class from the last layer's values
 * @param classNames one a class ({@link #classes}); empty if the decision gives no class
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
    int width = inputs.size();
    for (DenseLayer layer : layers) {
      check(
          layer.inputs() == width,
          "layer %s takes %d values, but there are %d"
              .formatted(layer.name(), layer.inputs(), width));
      width = layer.outputs();
    }
    check(
        decision.multipliers().size() == width,
        "the decision takes %d values, but there are %d"
            .formatted(decision.multipliers().size(), width));
    int classes = classes(decision);
    check(
        classNames.size() == classes,
        "%d class names for %d classes".formatted(classNames.size(), classes));
  }

  /** Number of scores, one an output of the last layer. */
  public int scores() {
    return decision.multipliers().size();
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

  /** Number of classes that a decision tells apart; 0 if it gives scores alone. */
  public static int classes(Decision decision) {
    return decision.accept(
        new Decision.Visitor<Integer>() {
          @Override
          public Integer visit(Decision.ArgMax argMax) {
            return argMax.multipliers().size();
          }

          @Override
          public Integer visit(Decision.Threshold threshold) {
            return 2;
          }

          @Override
          public Integer visit(Decision.Scores scores) {
            return 0;
          }
        });
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
