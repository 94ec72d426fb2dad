package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two scores that are functions of one number, such as {@code 1 - p} and {@code p}, as one score
 * and a threshold.
 *
 * @param score class 1 from the threshold on
 */
record OppositeScores(Element score, OptionalDouble threshold) {

  /** The one score, if these are two affine functions of the same value. */
  static Optional<OppositeScores> of(List<Element> scores) {
    if (scores.size() != 2 || scores.get(0).source() != scores.get(1).source()) {
      return Optional.empty();
    }
    List<Step> steps0 = scores.get(0).chain().steps();
    List<Step> steps1 = scores.get(1).chain().steps();
    int common = 0;
    while (common < Math.min(steps0.size(), steps1.size())
        && steps0.get(common).equals(steps1.get(common))) {
      common++;
    }
    Optional<Affine> affine0 = Affine.of(scores.get(0).chain().part(common, steps0.size()));
    Optional<Affine> affine1 = Affine.of(scores.get(1).chain().part(common, steps1.size()));
    if (affine0.isEmpty() || affine1.isEmpty() || affine0.get().gain() == affine1.get().gain()) {
      return Optional.empty();
    }
    double slope = affine1.get().gain() - affine0.get().gain();
    double equal = (affine0.get().offset() - affine1.get().offset()) / slope;
    Chain chain = scores.get(0).chain().part(0, common);
    boolean sigmoid = common > 0 && chain.steps().get(common - 1) instanceof Step.Sigmoid;
    if (sigmoid && equal > 0 && equal < 1) {
      chain = chain.part(0, common - 1);
      equal = StrictMath.log(equal / (1 - equal));
    }
    if (slope < 0) {
      chain = chain.then(List.of(new Step.Multiply(-1)));
      equal = -equal;
    }
    return Optional.of(
        new OppositeScores(new Element(scores.get(0).source(), chain), OptionalDouble.of(equal)));
  }
}
