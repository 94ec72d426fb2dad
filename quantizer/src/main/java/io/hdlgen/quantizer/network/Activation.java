package io.hdlgen.quantizer.network;

/**
 * What a neuron makes of its accumulator: a monotone non-decreasing function of integers to integer
 * values.
 */
public sealed interface Activation {

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(Identity identity);

    R visit(ShiftRelu shiftRelu);

    R visit(MultiThreshold multiThreshold);
  }

  /** The value is the accumulator. */
  record Identity() implements Activation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Quantized ReLU by dropping bits: {@code 0} below zero, else {@code min(accumulator >> drop,
   * 2^bits - 1)}. Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation
   * and Activation Targeting Printed Multilayer Perceptrons", ICCAD 2023.
   *
   * @param drop low bits that are dropped, 0 to 62
   * @param bits bits of the result, 1 to 62
   */
  record ShiftRelu(int drop, int bits) implements Activation {
    public ShiftRelu {
      if (drop < 0 || drop > 62 || bits < 1 || bits > 62) {
        throw new IllegalArgumentException("ShiftRelu drop " + drop + ", bits " + bits);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The value is {@code first + step * #{t : t <= accumulator}} over the neuron's thresholds.
   * Bipolar is {@code first = -1}, {@code step = 2} and one threshold.
   *
   * @param first the value below all thresholds
   * @param step what each threshold adds, at least 1
   * @param thresholds {@code [outputs][levels]}, each row ascending (equal neighbours jump two
   *     steps at once)
   */
  record MultiThreshold(long first, long step, LongMatrix thresholds) implements Activation {
    public MultiThreshold {
      if (step < 1) {
        throw new IllegalArgumentException("MultiThreshold step " + step + ", not at least 1");
      }
      for (int row = 0; row < thresholds.rows(); row++) {
        for (int level = 1; level < thresholds.columns(); level++) {
          if (thresholds.get(row, level - 1) > thresholds.get(row, level)) {
            throw new IllegalArgumentException(
                "thresholds of neuron " + row + " do not ascend at level " + level);
          }
        }
      }
      Math.addExact(first, Math.multiplyExact(step, (long) thresholds.columns()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
