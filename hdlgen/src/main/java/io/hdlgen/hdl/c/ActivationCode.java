package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.ActivationFunction;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The statements that make {@code y[n]} of {@code sum}. */
final class ActivationCode implements Activation.Visitor<String> {
  private final String name;
  private final List<Interval> sums;
  private final CType sumType;
  private final CType valueType;

  /**
   * @param name the layer's function
   * @param sums {@code [outputs]}, the ranges of the accumulators
   */
  ActivationCode(String name, List<Interval> sums, CType sumType, CType valueType) {
    this.name = name;
    this.sums = sums;
    this.sumType = sumType;
    this.valueType = valueType;
  }

  /** Prints what the statements read. */
  void constants(CText text, Activation activation) {
    if (activation instanceof Activation.MultiThreshold thresholds
        && thresholds.thresholds().columns() > 0) {
      List<LongVector> rows = new ArrayList<>();
      for (int n = 0; n < sums.size(); n++) {
        rows.add(within(thresholds.thresholds().row(n), sums.get(n)));
      }
      Interval all = rows.stream().map(CHeader::range).reduce(Interval::union).orElseThrow();
      text.matrix(CType.holding(all), name + "_thresholds", rows);
    }
  }

  /** Thresholds beyond what the sum can be, moved to its ends: no count changes, types shrink. */
  private static LongVector within(LongVector thresholds, Interval sum) {
    long never = sum.max() == Long.MAX_VALUE ? sum.max() : sum.max() + 1;
    long[] moved = thresholds.toArray();
    Arrays.setAll(moved, t -> Math.max(sum.min(), Math.min(never, moved[t])));
    return LongVector.of(moved);
  }

  @Override
  public String visit(Activation.Identity identity) {
    return "y[n] = %s;".formatted(sumType == valueType ? "sum" : cast("sum"));
  }

  @Override
  public String visit(Activation.ShiftRelu relu) {
    // To shift by all bits or more is undefined; nothing is left of the sum either way.
    int drop = Math.min(relu.drop(), sumType.magnitudeBits());
    long highest = sums.stream().mapToLong(Interval::max).max().orElseThrow() >> drop;
    long top = ActivationFunction.apply(relu, 0, Long.MAX_VALUE);
    String code = "sum = %s;\n".formatted(sumCast("sum < 0 ? 0 : sum >> " + drop));
    String value =
        highest > top ? String.format(Locale.ROOT, "sum > %1$d ? %1$d : sum", top) : "sum";
    return code + "y[n] = %s;".formatted(cast(value));
  }

  private String sumCast(String value) {
    return sumType == CType.INT16 ? "(int16_t)(" + value + ")" : value;
  }

  @Override
  public String visit(Activation.MultiThreshold activation) {
    int levels = activation.thresholds().columns();
    if (levels == 0) {
      return "(void)sum;\ny[n] = %s;".formatted(CType.literal(activation.first()));
    }
    Interval values =
        new Interval(activation.first(), activation.first() + activation.step() * levels)
            .union(Interval.of(activation.step()));
    String count = CType.cast(values) + "low";
    String steps =
        activation.step() == 1 ? count : CType.literal(activation.step()) + " * " + count;
    String value =
        activation.first() == 0 ? steps : CType.literal(activation.first()) + " + " + steps;
    return String.format(
        Locale.ROOT,
        """
        int low = 0;
        int high = %2$d;
        while (low < high) {
          int middle = (low + high) / 2;
          if (%1$s_thresholds[n][middle] <= sum) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        y[n] = %3$s;""",
        name,
        levels,
        cast(value));
  }

  private String cast(String value) {
    String operand = value.matches("\\w+") ? value : "(" + value + ")";
    return "(" + valueType.text() + ")" + operand;
  }
}
