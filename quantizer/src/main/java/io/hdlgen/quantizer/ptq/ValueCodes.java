package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.network.Interval;

/**
 * The integers that a hidden value may be: {@code first + step * k} for {@code 0 <= k <= count}.
 *
 * @param first the least
 * @param step 2 for one signed bit, which means -1 and +1; else 1
 * @param count number of thresholds
 */
record ValueCodes(int first, int step, int count) {
  /** Unsigned where the activation is never negative, else two's complement. */
  static ValueCodes of(FloatActivation activation, int bits) {
    int count = (1 << bits) - 1;
    return switch (activation) {
      case RELU, SIGMOID -> new ValueCodes(0, 1, count);
      case IDENTITY, TANH, HARD_TANH ->
          bits == 1 ? new ValueCodes(-1, 2, 1) : new ValueCodes(-(1 << (bits - 1)), 1, count);
    };
  }

  /** All of them, and what lies between. */
  Interval range() {
    return new Interval(first, code(count));
  }

  int code(int index) {
    return first + step * index;
  }
}
