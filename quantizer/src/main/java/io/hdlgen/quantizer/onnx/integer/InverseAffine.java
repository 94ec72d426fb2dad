package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;

/** The network's input {@code x = scale * y + offset} that an affine chain takes to {@code y}. */
record InverseAffine(double scale, double offset) {

  /**
   * The inverse of a chain in front of a quantizer. Clips are passed over: the quantizer's range
   * tells what they do.
   */
  static InverseAffine of(Chain chain, String where) {
    InverseAffine inverse = new InverseAffine(1, 0);
    for (Step step : chain.steps()) {
      inverse = step.accept(new Before(inverse, where));
    }
    return inverse;
  }

  double at(double y) {
    return scale * y + offset;
  }

  private record Before(InverseAffine inverse, String where)
      implements Step.Visitor<InverseAffine> {
    @Override
    public InverseAffine visit(Step.Add add) {
      return new InverseAffine(inverse.scale, inverse.at(-add.term()));
    }

    @Override
    public InverseAffine visit(Step.Multiply multiply) {
      // All inputs give one code, which the feature's range says; any scale will do.
      double factor = multiply.factor() == 0 ? 1 : multiply.factor();
      return new InverseAffine(inverse.scale / factor, inverse.offset);
    }

    @Override
    public InverseAffine visit(Step.Divide divide) {
      return new InverseAffine(inverse.scale * divide.divisor(), inverse.offset);
    }

    @Override
    public InverseAffine visit(Step.Clip clip) {
      return inverse;
    }

    @Override
    public InverseAffine visit(Step.Leak leak) {
      throw refuse("a leaky ReLU");
    }

    @Override
    public InverseAffine visit(Step.Sigmoid sigmoid) {
      throw refuse("a sigmoid");
    }

    @Override
    public InverseAffine visit(Step.Tanh tanh) {
      throw refuse("a tanh");
    }

    @Override
    public InverseAffine visit(Step.Round round) {
      throw refuse("a quantizer");
    }

    @Override
    public InverseAffine visit(Step.Bipolar bipolar) {
      throw refuse("a quantizer");
    }

    @Override
    public InverseAffine visit(Step.Count count) {
      throw refuse("a quantizer");
    }

    private InvalidInputException refuse(String found) {
      return new InvalidInputException(
          where,
          found + " between the network's input and its quantizer",
          "only scaling, shifting and clipping there");
    }
  }
}
