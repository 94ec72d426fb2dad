package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A leaky ReLU written as the sum of two: {@code relu(x) - slope * relu(-x)}, as Keras does for
 * {@code PReLU}.
 */
final class LeakySum {
  private static final Step RELU = new Step.Clip(0, Double.POSITIVE_INFINITY);

  private LeakySum() {}

  /** The sum or difference that the node makes of two values, if each element is a leaky ReLU. */
  static Optional<Signal> of(Node node, List<Signal> data) {
    boolean adds = node.operator().equals("Add");
    if (data.size() != 2
        || !(adds || node.operator().equals("Sub"))
        || !node.domain().isEmpty()
        || data.get(0).decided()
        || data.get(1).decided()
        || !Arrays.equals(data.get(0).shape(), data.get(1).shape())
        || !data.get(0).hasSourcesOf(data.get(1))) {
      return Optional.empty();
    }
    List<Element> sums = new ArrayList<>();
    for (int i = 0; i < data.get(0).elements().size(); i++) {
      Element first = data.get(0).elements().get(i);
      Chain second = data.get(1).elements().get(i).chain();
      if (!adds) {
        second = second.then(List.of(new Step.Multiply(-1)));
      }
      Chain other = second;
      Optional<Chain> sum = sum(first.chain(), other).or(() -> sum(other, first.chain()));
      if (sum.isEmpty()) {
        return Optional.empty();
      }
      Step last = sum.get().steps().get(sum.get().steps().size() - 1);
      if (last instanceof Step.Leak leak && leak.slope() < 0) {
        throw node.refuse(
            "a leaky ReLU of negative slope " + leak.slope() + ", which is not monotone",
            "a slope of 0 or more");
      }
      sums.add(new Element(first.source(), sum.get()));
    }
    return Optional.of(new Signal(data.get(0).shape(), sums, data.get(0).stage()));
  }

  /** A chain that ends in a ReLU, plus the same that ends in one of the negated value. */
  private static Optional<Chain> sum(Chain positive, Chain negative) {
    int common = positive.steps().size() - 1;
    List<Step> steps = negative.steps();
    boolean fits =
        common >= 0
            && positive.steps().get(common).equals(RELU)
            && steps.size() > common + 2
            && positive.part(0, common).equals(negative.part(0, common))
            && steps.get(common).equals(new Step.Multiply(-1))
            && steps.get(common + 1).equals(RELU);
    if (!fits) {
      return Optional.empty();
    }
    return Affine.of(negative.part(common + 2, steps.size()))
        .filter(tail -> tail.offset() == 0)
        .map(tail -> positive.part(0, common).then(List.of(new Step.Leak(0 - tail.gain()))));
  }
}
