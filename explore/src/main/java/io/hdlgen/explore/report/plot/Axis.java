package io.hdlgen.explore.report.plot;

import io.hdlgen.explore.report.markup.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Values along a line of a drawing, straight or logarithmic. A logarithmic axis has a place of its
 * own for 0, apart from the others.
 */
final class Axis {
  /** Largest over smallest value from which on an axis is logarithmic. */
  static final double LOGARITHMIC_SPAN = 15;

  private static final double ZERO_GAP = 26;
  private static final int MOST_STEPS = 7;

  private final boolean logarithmic;
  private final double low;
  private final double high;
  private final double start;
  private final double end;
  private final double zero;

  /** A mark of an axis; a minor one has no label. */
  record Tick(double value, String label) {
    boolean minor() {
      return label.isEmpty();
    }
  }

  private Axis(
      boolean logarithmic, double low, double high, double start, double end, double zero) {
    this.logarithmic = logarithmic;
    this.low = low;
    this.high = high;
    this.start = start;
    this.end = end;
    this.zero = zero;
  }

  /** A straight axis: {@code low} is drawn at {@code start}, {@code high} at {@code end}. */
  static Axis linear(double low, double high, double start, double end) {
    return new Axis(false, low, high, start, end, Double.NaN);
  }

  /** An axis for quantities of 0 or more, logarithmic if their span asks for it. */
  static Axis ofAmounts(List<Double> values, double start, double end) {
    List<Double> positive = values.stream().filter(value -> value > 0).toList();
    double most = positive.stream().mapToDouble(value -> value).max().orElse(1);
    double least = positive.stream().mapToDouble(value -> value).min().orElse(1);
    if (most / least < LOGARITHMIC_SPAN) {
      return linear(0, 1.08 * most, start, end);
    }
    boolean zeros = positive.size() < values.size();
    double margin = Math.pow(most / least, 0.04);
    return new Axis(
        true, least / margin, most * margin, start + (zeros ? ZERO_GAP : 0), end, start + 9);
  }

  boolean logarithmic() {
    return logarithmic;
  }

  /** Whether a logarithmic axis has a place for 0. */
  boolean hasZero() {
    return logarithmic && start > zero;
  }

  /** Where the logarithmic part begins. */
  double start() {
    return start;
  }

  /** Where a value is drawn. */
  double at(double value) {
    if (!logarithmic) {
      return start + (value - low) / (high - low) * (end - start);
    }
    return value <= 0 ? zero : start + Math.log(value / low) / Math.log(high / low) * (end - start);
  }

  /** Marks from the lowest up. */
  List<Tick> ticks() {
    return logarithmic ? logarithmicTicks() : linearTicks();
  }

  private List<Tick> linearTicks() {
    double raw = (high - low) / MOST_STEPS;
    BigDecimal decade = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(raw)));
    BigDecimal step = decade.multiply(BigDecimal.TEN);
    for (String digits : List.of("5", "2", "1")) {
      BigDecimal smaller = decade.multiply(new BigDecimal(digits));
      step = smaller.doubleValue() >= raw * (1 - 1e-9) ? smaller : step;
    }
    List<Tick> ticks = new ArrayList<>();
    BigDecimal value =
        step.multiply(BigDecimal.valueOf((long) Math.ceil(low / step.doubleValue())));
    for (; value.doubleValue() <= high; value = value.add(step)) {
      ticks.add(new Tick(value.doubleValue(), plain(value)));
    }
    return ticks;
  }

  private List<Tick> logarithmicTicks() {
    boolean few = Math.log10(high / low) < 2.2;
    List<Tick> ticks = new ArrayList<>();
    if (hasZero()) {
      ticks.add(new Tick(0, "0"));
    }
    for (int decade = (int) Math.floor(Math.log10(low)); Math.pow(10, decade) <= high; decade++) {
      for (int digit = 1; digit < 10; digit++) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(decade);
        if (value.doubleValue() >= low && value.doubleValue() <= high) {
          boolean labelled = digit == 1 || (few && (digit == 2 || digit == 5));
          ticks.add(new Tick(value.doubleValue(), labelled ? plain(value) : ""));
        }
      }
    }
    return ticks;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.setScale(Math.max(0, value.scale())).toPlainString();
  }

  @Override
  public String toString() {
    return NumberText.amount(low) + " to " + NumberText.amount(high);
  }
}
