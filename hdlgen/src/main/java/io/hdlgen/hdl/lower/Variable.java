package io.hdlgen.hdl.lower;

import java.math.BigInteger;
import java.util.List;

/** What a layer's sums are made of. */
sealed interface Variable {

  /** Inputs that it reads. */
  List<Integer> inputs();

  <R> R accept(Visitor<R> visitor);

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(Input input);

    R visit(Masked masked);

    R visit(Saturated saturated);
  }

  /** An input's code. */
  record Input(int input) implements Variable {
    @Override
    public List<Integer> inputs() {
      return List.of(input);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code ((factor * value) & mask) / 2^k} of an input, k being the zeros at the mask's low end.
   *
   * @param factor odd
   */
  record Masked(int input, long factor, long mask) implements Variable {
    @Override
    public List<Integer> inputs() {
      return List.of(input);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code min(sum of the inputs' values, cap)}; no input is constant. */
  record Saturated(List<Integer> inputs, BigInteger cap) implements Variable {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
