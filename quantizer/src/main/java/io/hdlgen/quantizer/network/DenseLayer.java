package io.hdlgen.quantizer.network;

/**
 * A fully connected layer: {@code accumulator[n] = bias[n] + sum over i of weights[n][i] *
 * value[i]}, in an {@link Arithmetic} that is exact or not, followed by the activation of each
 * neuron.
 *
 * @param name the layer's name, not blank
 * @param weights {@code [outputs][inputs]}, at least 1 x 1
 * @param biases {@code [outputs]}
 * @param activation what each neuron makes of its accumulator
 * @param arithmetic how the accumulators come about
 */
public record DenseLayer(
    String name,
    LongMatrix weights,
    LongVector biases,
    Activation activation,
    Arithmetic arithmetic) {
  public DenseLayer {
    check(!name.isBlank(), "a layer without a name");
    check(weights.rows() > 0 && weights.columns() > 0, "layer " + name + " has no weights");
    check(
        biases.size() == weights.rows(),
        "layer %s: %d biases for %d neurons".formatted(name, biases.size(), weights.rows()));
    check(
        !(activation instanceof Activation.MultiThreshold thresholds)
            || thresholds.thresholds().rows() == weights.rows(),
        "layer " + name + ": thresholds and weights differ in the number of neurons");
    String layer = "layer " + name + ": ";
    arithmetic.contradiction(weights).ifPresent(found -> check(false, layer + found));
  }

  /** A layer of exact products and sums. */
  public DenseLayer(String name, LongMatrix weights, LongVector biases, Activation activation) {
    this(name, weights, biases, activation, Arithmetic.EXACT);
  }

  /** The same layer with other weights. */
  public DenseLayer withWeights(LongMatrix other) {
    return new DenseLayer(name, other, biases, activation, arithmetic);
  }

  /** The same layer with another activation. */
  public DenseLayer withActivation(Activation other) {
    return new DenseLayer(name, weights, biases, other, arithmetic);
  }

  /** The same layer in another arithmetic. */
  public DenseLayer withArithmetic(Arithmetic other) {
    return new DenseLayer(name, weights, biases, activation, other);
  }

  public int inputs() {
    return weights.columns();
  }

  public int outputs() {
    return weights.rows();
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
