package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import java.util.List;

/** Follows a quantizer's codes through the steps behind it, as long as they stay on a grid. */
final class GridFollower implements Step.Visitor<Quantized> {
  private final Quantized before;
  private final boolean movable;
  private final String where;

  private GridFollower(Quantized before, boolean movable, String where) {
    this.before = before;
    this.movable = movable;
    this.where = where;
  }

  /**
   * The value of {@code chain} as codes on a grid.
   *
   * @param quantizer index of the step whose values are the codes
   * @param movable whether the codes may be shifted so that the grid's offset is 0; an input
   *     feature's may not
   * @param where who reads the value, for messages
   */
  static Quantized follow(Chain chain, int quantizer, boolean movable, String where) {
    Quantized value =
        new Quantized(
            chain.part(0, quantizer + 1),
            new Grid(1, 0),
            chain.steps().get(quantizer) instanceof Step.Bipolar);
    for (Step step : chain.part(quantizer + 1, chain.steps().size()).steps()) {
      value = step.accept(new GridFollower(value, movable, where));
    }
    return movable ? bipolarIfCentred(value) : value;
  }

  /** Two codes around 0 are -1 and 1, at half the scale. */
  private static Quantized bipolarIfCentred(Quantized value) {
    Grid grid = value.grid();
    boolean centred =
        grid.scale() != 0
            && value.lowest() == 0
            && value.highest() == 1
            && grid.offset() == -grid.scale() / 2;
    return centred
        ? new Quantized(
            value.code().then(List.of(new Step.Multiply(2), new Step.Add(-1))),
            new Grid(grid.scale() / 2, 0),
            true)
        : value;
  }

  private Quantized on(double scale, double offset) {
    return new Quantized(before.code(), new Grid(scale, offset), before.bipolar());
  }

  @Override
  public Quantized visit(Step.Add add) {
    Grid grid = before.grid();
    if (add.term() == 0) {
      return before;
    }
    double steps = Math.rint((grid.offset() + add.term()) / grid.scale());
    if (movable && steps * grid.scale() == grid.offset() + add.term()) {
      return new Quantized(
          before.code().then(List.of(new Step.Add(steps))), new Grid(grid.scale(), 0), false);
    }
    return on(grid.scale(), grid.offset() + add.term());
  }

  @Override
  public Quantized visit(Step.Multiply multiply) {
    double factor = multiply.factor();
    return on(before.grid().scale() * factor, before.grid().offset() * factor);
  }

  @Override
  public Quantized visit(Step.Divide divide) {
    double divisor = divide.divisor();
    return on(before.grid().scale() / divisor, before.grid().offset() / divisor);
  }

  @Override
  public Quantized visit(Step.Clip clip) {
    double first = code(clip.low());
    double second = code(clip.high());
    Step.Clip codes = new Step.Clip(Math.min(first, second), Math.max(first, second));
    if (codes.low() <= before.lowest() && codes.high() >= before.highest()) {
      return before;
    }
    return new Quantized(before.code().then(List.of(codes)), before.grid(), false);
  }

  /** The code of a clip's bound; a bound that is never met may lie between codes. */
  private double code(double bound) {
    Grid grid = before.grid();
    if (grid.scale() == 0) {
      throw refuse("a clip of a constant");
    }
    double exact = (bound - grid.offset()) / grid.scale();
    if (Double.isInfinite(exact) || grid.at(Math.rint(exact)) == bound) {
      return Double.isInfinite(exact) ? exact : Math.rint(exact);
    }
    if (exact < before.lowest() || exact > before.highest()) {
      return exact < before.lowest() ? Math.floor(exact) : Math.ceil(exact);
    }
    throw refuse("a clip at " + bound + ", between two quantized values");
  }

  @Override
  public Quantized visit(Step.Leak leak) {
    Grid grid = before.grid();
    if (Math.min(grid.at(before.lowest()), grid.at(before.highest())) >= 0) {
      return before;
    }
    if (leak.slope() == 0) {
      return visit(new Step.Clip(0, Double.POSITIVE_INFINITY));
    }
    throw refuse("a leaky ReLU");
  }

  @Override
  public Quantized visit(Step.Sigmoid sigmoid) {
    throw refuse("a sigmoid");
  }

  @Override
  public Quantized visit(Step.Tanh tanh) {
    throw refuse("a tanh");
  }

  @Override
  public Quantized visit(Step.Round round) {
    Grid grid = before.grid();
    if (isInteger(grid.scale()) && isInteger(grid.offset())) {
      return before;
    }
    throw refuse("a second, coarser quantizer");
  }

  @Override
  public Quantized visit(Step.Bipolar bipolar) {
    throw refuse("a second quantizer (bipolar)");
  }

  @Override
  public Quantized visit(Step.Count count) {
    throw refuse("a second quantizer (thresholds)");
  }

  private static boolean isInteger(double x) {
    return x == Math.rint(x);
  }

  private InvalidInputException refuse(String found) {
    return new InvalidInputException(
        where,
        found + " behind the quantizer of its input, whose results are no multiples of one scale",
        "a Quant directly before the layer");
  }
}
