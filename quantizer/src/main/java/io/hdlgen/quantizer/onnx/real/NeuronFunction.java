package io.hdlgen.quantizer.onnx.real;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import java.util.List;
import java.util.Optional;

/**
 * What lies between two layers: {@code behind(activation(before(sum)))}.
 *
 * @param leak slope of a leaky ReLU below 0, whose {@code activation} is {@code RELU}; 0 for all
 *     others
 */
record NeuronFunction(Affine before, FloatActivation activation, Affine behind, double leak) {

  /** A chain as one activation, if it is one. A clip is a scaled hard tanh or a shifted ReLU. */
  static Optional<NeuronFunction> of(Chain chain) {
    Affine before = Affine.IDENTITY;
    Affine behind = Affine.IDENTITY;
    Step activation = null;
    for (Step step : chain.steps()) {
      Optional<Affine> affine = Affine.of(new Chain(List.of(step)));
      if (affine.isPresent()) {
        if (activation == null) {
          before = then(before, affine.get());
        } else {
          behind = then(behind, affine.get());
        }
      } else if (activation == null) {
        activation = step;
      } else if (activation instanceof Step.Clip first
          && step instanceof Step.Clip second
          && behind.gain() != 0) {
        activation = clipped(first, second, behind);
      } else {
        return Optional.empty();
      }
    }
    return of(before, activation, behind);
  }

  /** Two clips in a row are one: the second's bounds, as the first's values mean them. */
  private static Step.Clip clipped(Step.Clip first, Step.Clip second, Affine between) {
    double a = (second.low() - between.offset()) / between.gain();
    double b = (second.high() - between.offset()) / between.gain();
    Step.Clip bounds = new Step.Clip(Math.min(a, b), Math.max(a, b));
    return new Step.Clip(bounds.apply(first.low()), bounds.apply(first.high()));
  }

  private static Optional<NeuronFunction> of(Affine before, Step activation, Affine behind) {
    if (activation == null) {
      return plain(before, FloatActivation.IDENTITY, behind);
    }
    if (activation instanceof Step.Sigmoid) {
      return plain(before, FloatActivation.SIGMOID, behind);
    }
    if (activation instanceof Step.Tanh) {
      return plain(before, FloatActivation.TANH, behind);
    }
    if (activation instanceof Step.Clip clip) {
      return clip(before, clip, behind);
    }
    return activation instanceof Step.Leak leak
        ? Optional.of(new NeuronFunction(before, FloatActivation.RELU, behind, leak.slope()))
        : Optional.empty();
  }

  private static Optional<NeuronFunction> clip(Affine before, Step.Clip clip, Affine behind) {
    double low = clip.low();
    double high = clip.high();
    if (Double.isInfinite(low) && Double.isInfinite(high)) {
      return low < high
          ? plain(then(before, behind), FloatActivation.IDENTITY, Affine.IDENTITY)
          : Optional.empty();
    }
    if (Double.isInfinite(high)) {
      return around(before, FloatActivation.RELU, new Affine(1, low), behind);
    }
    if (Double.isInfinite(low)) {
      return around(before, FloatActivation.RELU, new Affine(-1, high), behind);
    }
    if (low >= high) {
      return plain(new Affine(0, 0), FloatActivation.IDENTITY, then(new Affine(0, high), behind));
    }
    Affine ends = new Affine((high - low) / 2, (high + low) / 2);
    return around(before, FloatActivation.HARD_TANH, ends, behind);
  }

  /** {@code inner(activation(inner^-1(x)))} in the place of the activation. */
  private static Optional<NeuronFunction> around(
      Affine before, FloatActivation activation, Affine inner, Affine behind) {
    Affine inverse = new Affine(1 / inner.gain(), -inner.offset() / inner.gain());
    return plain(then(before, inverse), activation, then(inner, behind));
  }

  private static Optional<NeuronFunction> plain(
      Affine before, FloatActivation activation, Affine behind) {
    return Optional.of(new NeuronFunction(before, activation, behind, 0));
  }

  private static Affine then(Affine first, Affine second) {
    return new Affine(
        first.gain() * second.gain(), first.offset() * second.gain() + second.offset());
  }
}
