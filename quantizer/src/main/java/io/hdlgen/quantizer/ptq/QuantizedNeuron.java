package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.calibration.Levels;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.network.Interval;

/**
 * A hidden neuron with integer weights, as a function of real numbers: value code = {@code
 * codes.code(levels.index(activation(scale * accumulator + bias)))}.
 *
 * @param weights {@code [inputs]}
 * @param scale what one unit of the accumulator means, at least 0
 * @param bias before the activation
 */
record QuantizedNeuron(
    int[] weights,
    double scale,
    double bias,
    FloatActivation activation,
    Levels levels,
    ValueCodes codes) {

  /** The activation at this accumulator, before it is quantized. */
  double estimate(double accumulator) {
    return activation.apply(scale * accumulator + bias);
  }

  /** The value's code, by real-valued evaluation. */
  long code(double accumulator) {
    return codes.code(levels.index(estimate(accumulator)));
  }

  /**
   * The integer thresholds {@code [codes.count()]} that give {@link #code} at every accumulator in
   * {@code range}; each lies in {@code [range.min(), range.max() + 1]}.
   *
   * <p>Found by bisection over the integers: {@link #code} does not descend, since each operation
   * in it rounds monotonically.
   */
  long[] thresholds(Interval range) {
    long[] thresholds = new long[codes.count()];
    for (int k = 0; k < thresholds.length; k++) {
      long low = range.min();
      long high = range.max() + 1;
      while (low < high) {
        long middle = Math.floorDiv(low + high, 2);
        if (code(middle) > codes.code(k)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      thresholds[k] = low;
    }
    return thresholds;
  }
}
