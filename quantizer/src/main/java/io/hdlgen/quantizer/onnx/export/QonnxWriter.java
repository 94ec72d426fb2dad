package io.hdlgen.quantizer.onnx.export;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.onnx.annotation.NetworkAnnotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes integer networks as QONNX (Pappalardo et al., "QONNX: Representing Arbitrary-Precision
 * Quantized Neural Networks", 2022), for FINN, the qonnx tools and this project's own reader.
 *
 * <p>All values between the nodes are the network's integers: {@code codes}, and of layer {@code k}
 * the accumulators {@code lk_acc} and the activations {@code lk_act}. The output holds the scores;
 * of a decision by threshold the score minus the threshold, so that class 1 is where it is not
 * negative. See {@code docs/interop.md}.
 */
public final class QonnxWriter {
  private QonnxWriter() {}

  /**
   * The network as an ONNX file: equal networks give equal bytes.
   *
   * @throws InvalidInputException if a number of the network cannot be told in QONNX, whose numbers
   *     are 32-bit floats, or if it decides on bits, has thermometer features, or is approximate
   */
  public static byte[] write(IntegerNetwork network) {
    if (network.decision() instanceof Decision.OnBits) {
      throw new InvalidInputException(
          network.name(),
          "a decision by a table or a diagram, which QONNX cannot say",
          "a decision on scores: arg_max, threshold or scores");
    }
    if (network.hasThermometers()) {
      throw new InvalidInputException(
          network.name(),
          "thermometer features, which QONNX cannot say",
          "features that are unsigned, signed or bipolar");
    }
    refuseApproximations(network);
    NetworkRanges ranges = ranges(network);
    GraphAssembler graph = new GraphAssembler(network.name(), network.inputs().size());
    String values = InputExport.add(graph, network.inputs());
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      values = LayerExport.add(graph, l, layer, values, ranges.accumulators().get(l));
    }
    scores(graph, network, values, ranges.scores());
    return graph.model(network.scores(), NetworkAnnotation.of(network).properties());
  }

  private static void refuseApproximations(IntegerNetwork network) {
    for (DenseLayer layer : network.layers()) {
      if (!(layer.arithmetic() instanceof Arithmetic.Exact)) {
        throw new InvalidInputException(
            "layer " + layer.name(),
            "masked summands or saturated groups",
            "exact sums: QONNX has no operators for approximate ones");
      }
    }
    if (network.decision() instanceof Decision.ArgMax argMax && !argMax.tournament().isEmpty()) {
      throw new InvalidInputException(
          "decision",
          "an argmax of chosen bits",
          "an exact one: QONNX has no operators for approximate ones");
    }
  }

  /** What to tell the user about a network's export: one sentence each. */
  public static List<String> notes(IntegerNetwork network) {
    List<String> notes = new ArrayList<>();
    if (!InputExport.isExact(network.inputs())) {
      notes.add(
          "Tools compute the input codes in 32-bit floats: an input within a rounding error of the"
              + " border between two codes may get the other one");
    }
    NetworkRanges ranges = ranges(network);
    boolean exact =
        Stream.concat(
                Stream.concat(ranges.accumulators().stream(), ranges.values().stream())
                    .flatMap(List::stream),
                ranges.scores().stream())
            .allMatch(ExactFloat::holds);
    if (!exact) {
      notes.add(
          "Some values can exceed 2^24 in magnitude: tools that execute QONNX in 32-bit floats may"
              + " round them");
    }
    return notes;
  }

  private static NetworkRanges ranges(IntegerNetwork network) {
    try {
      return NetworkRanges.of(network);
    } catch (ArithmeticException e) {
      throw new InvalidInputException(
          network.name(), "values beyond 64 bits", "a network whose values all fit", e);
    }
  }

  private static void scores(
      GraphAssembler graph, IntegerNetwork network, String values, List<Interval> ranges) {
    Decision.OnScores decision = network.decision().onScores();
    int outputs = network.scores();
    String current = values;
    if (!decision.multipliers().equals(LongVector.filled(outputs, 1))) {
      float[] factors = ExactFloat.of(decision.multipliers(), "decision", "score multiplier");
      current = graph.node("Mul", "scaled_scores", List.of(current, vector(graph, "m", factors)));
      graph.shape(current, 1, outputs);
    }
    long[] offsets = decision.offsets().toArray();
    long threshold = decision instanceof Decision.Threshold by ? by.threshold() : 0;
    for (int k = 0; k < outputs; k++) {
      offsets[k] = minus(offsets[k], threshold);
    }
    if (Arrays.stream(offsets).anyMatch(offset -> offset != 0)) {
      float[] terms = ExactFloat.of(LongVector.of(offsets), "decision", "score offset");
      current = graph.node("Add", "scores", List.of(current, vector(graph, "c", terms)));
      graph.shape(current, 1, outputs);
    }
    if (!current.equals(values)) {
      Interval all = ranges.stream().reduce(Interval::union).orElseThrow();
      Interval shifted = new Interval(minus(all.min(), threshold), minus(all.max(), threshold));
      graph.dataType(current, ExactFloat.dataType(shifted));
    }
  }

  private static String vector(GraphAssembler graph, String name, float[] values) {
    return graph.constant("scores_" + name, new int[] {values.length}, values);
  }

  private static long minus(long score, long threshold) {
    try {
      return Math.subtractExact(score, threshold);
    } catch (ArithmeticException e) {
      throw new InvalidInputException(
          "decision", "a threshold beyond 64 bits from the score", "a nearer threshold", e);
    }
  }
}
