package io.hdlgen.boards.printed;

import java.util.List;

/**
 * A Boolean function of up to six inputs.
 *
 * @param inputs number of inputs
 * @param table bit s is the value in state s, whose bit i is the value of input i
 */
public record LogicFunction(int inputs, long table) {
  /** The most inputs of a function. */
  public static final int MOST_INPUTS = 6;

  public LogicFunction {
    if (inputs < 0 || inputs > MOST_INPUTS) {
      throw new IllegalArgumentException(inputs + " inputs");
    }
    table &= mask(inputs);
  }

  /**
   * Reads an expression as Liberty and genlib write them: {@code !a}, {@code a'}, {@code a*b},
   * {@code a&b}, {@code a b}, {@code a^b}, {@code a+b}, {@code a|b}, parentheses, 0 and 1.
   *
   * @param names of the inputs, in their order
   * @throws IllegalArgumentException if the text is no expression of these names
   */
  public static LogicFunction parse(String expression, List<String> names) {
    return new LogicFunction(names.size(), new ExpressionParser(expression, names).parse());
  }

  private static long mask(int inputs) {
    return inputs == MOST_INPUTS ? -1 : (1L << (1 << inputs)) - 1;
  }

  /** The number of states of the inputs. */
  public int states() {
    return 1 << inputs;
  }

  /** The value in a state. */
  public boolean at(int state) {
    return (table >>> state & 1) != 0;
  }

  /** Whether some state has the output rise with this input. */
  public boolean isPositive(int input) {
    return changes(input, true);
  }

  /** Whether some state has the output fall as this input rises. */
  public boolean isNegative(int input) {
    return changes(input, false);
  }

  private boolean changes(int input, boolean up) {
    for (int state = 0; state < states(); state++) {
      boolean low = at(state & ~(1 << input));
      boolean high = at(state | 1 << input);
      if (low != high && high == up) {
        return true;
      }
    }
    return false;
  }
}
