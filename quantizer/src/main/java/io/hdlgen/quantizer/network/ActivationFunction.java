package io.hdlgen.quantizer.network;

/** The definition of every activation, as a function of one accumulator. */
public final class ActivationFunction implements Activation.Visitor<Long> {
  private final int neuron;
  private final long accumulator;

  private ActivationFunction(int neuron, long accumulator) {
    this.neuron = neuron;
    this.accumulator = accumulator;
  }

  /** The value of neuron {@code neuron} at this accumulator. */
  public static long apply(Activation activation, int neuron, long accumulator) {
    return activation.accept(new ActivationFunction(neuron, accumulator));
  }

  @Override
  public Long visit(Activation.Identity identity) {
    return accumulator;
  }

  @Override
  public Long visit(Activation.ShiftRelu relu) {
    return accumulator < 0 ? 0 : Math.min(accumulator >> relu.drop(), (1L << relu.bits()) - 1);
  }

  @Override
  public Long visit(Activation.MultiThreshold activation) {
    LongVector thresholds = activation.thresholds().row(neuron);
    int low = 0;
    int high = thresholds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (thresholds.get(middle) <= accumulator) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return activation.first() + activation.step() * low;
  }
}
