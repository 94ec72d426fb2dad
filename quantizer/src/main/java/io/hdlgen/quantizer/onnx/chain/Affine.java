package io.hdlgen.quantizer.onnx.chain;

import java.util.Optional;

/** {@code gain * x + offset}. */
public record Affine(double gain, double offset) {
  /** The identity. */
  public static final Affine IDENTITY = new Affine(1, 0);

  /** A chain as one affine function, if all its steps are affine. */
  public static Optional<Affine> of(Chain chain) {
    Optional<Affine> result = Optional.of(IDENTITY);
    for (Step step : chain.steps()) {
      result = result.flatMap(affine -> step.accept(new Then(affine)));
    }
    return result;
  }

  public double apply(double x) {
    return gain * x + offset;
  }

  /** This, then one step, if that is affine. */
  private record Then(Affine affine) implements Step.Visitor<Optional<Affine>> {
    @Override
    public Optional<Affine> visit(Step.Add add) {
      return Optional.of(new Affine(affine.gain, affine.offset + add.term()));
    }

    @Override
    public Optional<Affine> visit(Step.Multiply multiply) {
      double factor = multiply.factor();
      return Optional.of(new Affine(affine.gain * factor, affine.offset * factor));
    }

    @Override
    public Optional<Affine> visit(Step.Divide divide) {
      double divisor = divide.divisor();
      return Optional.of(new Affine(affine.gain / divisor, affine.offset / divisor));
    }

    @Override
    public Optional<Affine> visit(Step.Clip clip) {
      return Optional.empty();
    }

    @Override
    public Optional<Affine> visit(Step.Leak leak) {
      return Optional.empty();
    }

    @Override
    public Optional<Affine> visit(Step.Sigmoid sigmoid) {
      return Optional.empty();
    }

    @Override
    public Optional<Affine> visit(Step.Tanh tanh) {
      return Optional.empty();
    }

    @Override
    public Optional<Affine> visit(Step.Round round) {
      return Optional.empty();
    }

    @Override
    public Optional<Affine> visit(Step.Bipolar bipolar) {
      return Optional.empty();
    }

    @Override
    public Optional<Affine> visit(Step.Count count) {
      return Optional.empty();
    }
  }
}
