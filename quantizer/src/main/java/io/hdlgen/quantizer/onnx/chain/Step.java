package io.hdlgen.quantizer.onnx.chain;

import io.hdlgen.quantizer.network.Rounding;
import java.util.Arrays;
import java.util.List;

/**
 * A monotone function of one real variable, evaluated in {@code double}.
 *
 * <p>Every step is monotone in floating point too, since IEEE operations round monotonically: so a
 * binary search on a chain of steps is exact.
 */
public sealed interface Step {

  /** The function's value; {@code x} may be infinite, not NaN. */
  double apply(double x);

  /** 1 if the function does not descend, -1 if it does not ascend, 0 if it is constant. */
  default int direction() {
    return 1;
  }

  /** Whether all values are integers, however fine {@code x} is: a quantizer's core. */
  default boolean quantizes() {
    return false;
  }

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind. */
  interface Visitor<R> {
    R visit(Add add);

    R visit(Multiply multiply);

    R visit(Divide divide);

    R visit(Clip clip);

    R visit(Leak leak);

    R visit(Sigmoid sigmoid);

    R visit(Tanh tanh);

    R visit(Round round);

    R visit(Bipolar bipolar);

    R visit(Count count);
  }

  /** {@code x + term}. */
  record Add(double term) implements Step {
    @Override
    public double apply(double x) {
      return x + term;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code x * factor}; a factor of 0 gives 0 for infinities too. */
  record Multiply(double factor) implements Step {
    @Override
    public double apply(double x) {
      return factor == 0 ? 0 : x * factor;
    }

    @Override
    public int direction() {
      return (int) Math.signum(factor);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code x / divisor}, which is not 0. */
  record Divide(double divisor) implements Step {
    @Override
    public double apply(double x) {
      return x / divisor;
    }

    @Override
    public int direction() {
      return (int) Math.signum(divisor);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code min(max(x, low), high)}; the bounds may be infinite. */
  record Clip(double low, double high) implements Step {
    @Override
    public double apply(double x) {
      return Math.min(Math.max(x, low), high);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code x} where it is not negative, else {@code slope * x}; the slope is not negative. */
  record Leak(double slope) implements Step {
    @Override
    public double apply(double x) {
      return x >= 0 ? x : slope == 0 ? 0 : slope * x;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code 1 / (1 + e^-x)}. */
  record Sigmoid() implements Step {
    @Override
    public double apply(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The hyperbolic tangent, in a form whose every operation is monotone. */
  record Tanh() implements Step {
    @Override
    public double apply(double x) {
      double u = -StrictMath.expm1(-2 * Math.abs(x));
      return Math.copySign(u / (2 - u), x);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** To an integer. */
  record Round(Rounding rounding) implements Step {
    @Override
    public double apply(double x) {
      return rounding.apply(x);
    }

    @Override
    public boolean quantizes() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** 1 where {@code x >= 0}, else -1. */
  record Bipolar() implements Step {
    @Override
    public double apply(double x) {
      return x >= 0 ? 1 : -1;
    }

    @Override
    public boolean quantizes() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * How many thresholds are met: {@code #{t : x >= t}}.
   *
   * @param thresholds sorted here
   */
  record Count(List<Double> thresholds) implements Step {
    public Count {
      thresholds = thresholds.stream().sorted().toList();
    }

    /** The count of these thresholds. */
    public static Count of(double[] thresholds) {
      return new Count(Arrays.stream(thresholds).boxed().toList());
    }

    @Override
    public double apply(double x) {
      int low = 0;
      int high = thresholds.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (thresholds.get(middle) <= x) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    @Override
    public boolean quantizes() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
