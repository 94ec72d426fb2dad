package io.hdlgen.quantizer.network;

/**
 * A fully connected layer: {@code accumulator[n] = bias[n] + sum over i of weights[n][i] *
 * value[i]}, exact, followed by the activation of each neuron.
 *
 * @param name the layer's name, not blank
 * @param weights {@code [outputs][inputs]}, at least 1 x 1
 * @param biases {@code [outputs]}
 * @param activation what each neuron makes of its accumulator
 */
public record DenseLayer(
    String name, LongMatrix weights, LongVector biases, Activation activation) {
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
