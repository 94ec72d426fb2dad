package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.annotation.NetworkAnnotation;
import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.mlp.Element;
import io.hdlgen.quantizer.onnx.mlp.OutputTail;
import io.hdlgen.quantizer.onnx.mlp.Perceptron;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The last layer and the decision on its values. */
record OutputLayer(DenseLayer layer, Decision decision, List<String> notes) {

  /**
   * The last layer of a perceptron.
   *
   * @param annotation what the file says of its decision
   */
  static OutputLayer of(
      Perceptron perceptron, LayerCloser closer, Optional<NetworkAnnotation> annotation) {
    String where = perceptron.file() + ": output";
    if (annotation.isPresent() && isAffine(perceptron.outputs())) {
      Scored scored = scored(perceptron.outputs(), closer, where, true);
      Optional<Decision> decision =
          DeclaredDecision.of(annotation.get(), scored.gains, scored.offsets);
      if (decision.isPresent()) {
        return new OutputLayer(scored.layer, decision.get(), List.of());
      }
    }
    OutputTail tail = OutputTail.of(perceptron);
    List<String> notes = new ArrayList<>(tail.notes());
    Scored scored = scored(tail.outputs(), closer, where, tail.outputs().size() > 1);
    if (tail.threshold().isPresent()) {
      return binary(scored, tail.threshold().getAsDouble(), notes);
    }
    if (tail.rectified()) {
      Optional<DenseLayer> layer =
          RectifiedOutputs.of(scored.layer, scored.ranges, scored.gains, scored.offsets);
      if (layer.isPresent()) {
        int classes = scored.gains.length;
        Decision decision =
            new Decision.ArgMax(LongVector.filled(classes, 1), LongVector.filled(classes, 0));
        return new OutputLayer(layer.get(), decision, notes);
      }
      notes = tail.notesWithoutRelu();
    }
    ScoreScaling scaling = ScoreScaling.of(scored.gains, scored.offsets, scored.ranges);
    scaling.note().ifPresent(notes::add);
    return new OutputLayer(
        scored.layer, new Decision.ArgMax(scaling.multipliers(), scaling.offsets()), notes);
  }

  /** Whether the outputs are affine functions of the sums, or of the last quantizer's values. */
  private static boolean isAffine(List<Element> outputs) {
    return outputs.stream()
        .map(Element::chain)
        .map(chain -> chain.part(chain.lastQuantizer() + 1, chain.steps().size()))
        .allMatch(tail -> Affine.of(tail).isPresent());
  }

  /** A layer, the ranges of its values, and the real outputs that ascend with them. */
  private record Scored(
      DenseLayer layer,
      List<Interval> ranges,
      double[] gains,
      double[] offsets,
      List<Chain> chains,
      int[] signs) {}

  private static Scored scored(
      List<Element> outputs, LayerCloser closer, String where, boolean affine) {
    boolean quantized = outputs.stream().anyMatch(element -> element.chain().quantizes());
    List<Chain> chains = outputs.stream().map(closer::chain).toList();
    int[] signs = new int[outputs.size()];
    double[] gains = new double[signs.length];
    double[] offsets = new double[signs.length];
    if (quantized) {
      LayerCloser.Closed closed = closer.close(outputs, where, true);
      for (int k = 0; k < signs.length; k++) {
        gains[k] = closed.grids().get(k).scale();
        offsets[k] = closed.grids().get(k).offset();
      }
      return new Scored(closed.layer(), closed.ranges(), gains, offsets, List.of(), signs);
    }
    for (int k = 0; k < signs.length; k++) {
      signs[k] = chains.get(k).direction();
      if (affine) {
        Affine output =
            Affine.of(chains.get(k))
                .orElseThrow(
                    () ->
                        new InvalidInputException(
                            where,
                            "an activation that is not quantized and not the same on all outputs",
                            "a plain affine output, softmax, sigmoid, tanh, or a Quant"));
        gains[k] = Math.abs(output.gain());
        offsets[k] = output.offset();
      }
    }
    DenseLayer layer = closer.layer(outputs, signs);
    return new Scored(layer, closer.ranges(layer), gains, offsets, chains, signs);
  }

  /** Class 1 from the smallest value on at which the real output reaches the threshold. */
  private static OutputLayer binary(Scored scored, double threshold, List<String> notes) {
    LongPredicate reached =
        scored.chains.isEmpty()
            ? value -> scored.gains[0] * value + scored.offsets[0] >= threshold
            : value -> scored.chains.get(0).apply(signed(scored.signs[0], value)) >= threshold;
    long low = scored.ranges.get(0).min();
    long high = scored.ranges.get(0).max() + 1;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (reached.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    Decision decision = new Decision.Threshold(LongVector.of(1), LongVector.of(0), low);
    return new OutputLayer(scored.layer, decision, notes);
  }

  private static double signed(int sign, long value) {
    return sign < 0 ? -value : value;
  }
}
