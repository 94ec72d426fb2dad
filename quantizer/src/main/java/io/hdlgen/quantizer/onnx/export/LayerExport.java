package io.hdlgen.quantizer.onnx.export;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.util.List;

/** The nodes of one dense layer: {@code Quant} of the weights, {@code MatMul}, {@code Add}. */
final class LayerExport {
  private final GraphAssembler graph;
  private final DenseLayer layer;
  private final String prefix;
  private final List<Interval> accumulators;

  private LayerExport(
      GraphAssembler graph, int index, DenseLayer layer, List<Interval> accumulators) {
    this.graph = graph;
    this.layer = layer;
    this.prefix = "l" + index + "_";
    this.accumulators = accumulators;
  }

  /**
   * Adds a layer.
   *
   * @param values the name of its inputs' tensor
   * @param accumulators the range of each accumulator
   * @return the name of its values' tensor
   */
  static String add(
      GraphAssembler graph,
      int index,
      DenseLayer layer,
      String values,
      List<Interval> accumulators) {
    return new LayerExport(graph, index, layer, accumulators).add(values);
  }

  private String add(String values) {
    String sums = prefix + "acc";
    boolean biased = !layer.biases().equals(LongVector.filled(layer.outputs(), 0));
    String products = biased ? prefix + "dot" : sums;
    graph.node("MatMul", products, List.of(values, weights()));
    if (biased) {
      graph.shape(products, 1, layer.outputs());
      String bias =
          graph.constant(
              prefix + "bias",
              new int[] {layer.outputs()},
              ExactFloat.of(layer.biases(), layer.name(), "bias"));
      graph.node("Add", sums, List.of(products, bias));
    }
    Interval all = accumulators.stream().reduce(Interval::union).orElseThrow();
    graph.shape(sums, 1, layer.outputs());
    graph.dataType(sums, ExactFloat.dataType(all));
    return layer
        .activation()
        .accept(new ActivationExport(graph, layer.name(), prefix, accumulators));
  }

  /** Weights {@code [inputs][outputs]}, behind the quantizer that states their width. */
  private String weights() {
    float[] values = new float[layer.inputs() * layer.outputs()];
    Interval range = new Interval(-1, 0);
    boolean binary = true;
    for (int i = 0; i < layer.inputs(); i++) {
      for (int n = 0; n < layer.outputs(); n++) {
        long weight = layer.weights().get(n, i);
        values[i * layer.outputs() + n] = ExactFloat.of(weight, layer.name(), "weight");
        range = range.union(Interval.of(weight));
        binary &= Math.abs(weight) == 1;
      }
    }
    int bits = Math.max(2, range.width());
    if (bits > 32) {
      throw new InvalidInputException(
          layer.name(), "weights of " + bits + " bits", "at most 32 bits");
    }
    String raw =
        graph.constant(prefix + "weights", new int[] {layer.inputs(), layer.outputs()}, values);
    String quantized = prefix + "weights_quant";
    String unit = graph.scalar(prefix + "weights_scale", 1);
    if (binary) {
      graph.qonnx("BipolarQuant", quantized, List.of(raw, unit), List.of());
    } else {
      boolean narrow = range.min() > -(1L << (bits - 1));
      graph.qonnx(
          "Quant",
          quantized,
          List.of(
              raw,
              unit,
              graph.scalar(prefix + "weights_zero", 0),
              graph.scalar(prefix + "weights_bits", bits)),
          List.of(
              GraphAssembler.integer("signed", 1),
              GraphAssembler.integer("narrow", narrow ? 1 : 0),
              GraphAssembler.text("rounding_mode", "ROUND")));
    }
    graph.shape(quantized, layer.inputs(), layer.outputs());
    graph.dataType(quantized, binary ? "BIPOLAR" : "INT" + bits);
    return quantized;
  }

  /** Adds an activation; the name of the values' tensor. */
  private record ActivationExport(
      GraphAssembler graph, String name, String prefix, List<Interval> accumulators)
      implements Activation.Visitor<String> {
    private static final int MAX_LEVELS = (1 << 12) - 1;

    @Override
    public String visit(Activation.Identity identity) {
      return prefix + "acc";
    }

    @Override
    public String visit(Activation.ShiftRelu relu) {
      long greatest = 0;
      for (Interval range : accumulators) {
        greatest = Math.max(greatest, range.max() >> relu.drop());
      }
      long levels = Math.max(1, Math.min(greatest, (1L << relu.bits()) - 1));
      if (levels > MAX_LEVELS) {
        return shifted(relu, levels);
      }
      float[] thresholds = new float[(int) levels];
      for (int i = 0; i < levels; i++) {
        thresholds[i] = ExactFloat.of((i + 1L) << relu.drop(), name, "threshold");
      }
      return thresholds(1, thresholds, 0, 1);
    }

    /** More levels than are practical as thresholds: rounding down, and a clamp at 0. */
    private String shifted(Activation.ShiftRelu relu, long levels) {
      int bits = Math.min(relu.bits(), new Interval(0, levels).width());
      String input = prefix + "acc";
      if (relu.drop() > 0) {
        String factor = graph.scalar(prefix + "unit", Math.scalb(1f, -relu.drop()));
        input = graph.node("Mul", prefix + "scaled", List.of(input, factor));
        graph.shape(input, 1, accumulators.size());
      }
      graph.qonnx(
          "Quant",
          prefix + "act",
          List.of(
              input,
              graph.scalar(prefix + "act_scale", 1),
              graph.scalar(prefix + "act_zero", 0),
              graph.scalar(prefix + "act_bits", bits)),
          List.of(
              GraphAssembler.integer("signed", 0),
              GraphAssembler.integer("narrow", 0),
              GraphAssembler.text("rounding_mode", "FLOOR")));
      return described("UINT" + bits);
    }

    @Override
    public String visit(Activation.MultiThreshold activation) {
      int rows = activation.thresholds().rows();
      int levels = activation.thresholds().columns();
      if (levels == 0) {
        // A constant: one threshold that is never met.
        float[] never = new float[rows];
        for (int n = 0; n < rows; n++) {
          never[n] = above(accumulators.get(n).max());
        }
        return thresholds(rows, never, activation.first(), activation.step());
      }
      float[] thresholds = new float[rows * levels];
      for (int n = 0; n < rows; n++) {
        Interval range = accumulators.get(n);
        for (int t = 0; t < levels; t++) {
          long threshold = activation.thresholds().get(n, t);
          thresholds[n * levels + t] =
              threshold <= range.min()
                  ? -above(-range.min() - 1)
                  : threshold > range.max()
                      ? above(range.max())
                      : ExactFloat.of(threshold, name, "threshold");
        }
      }
      return thresholds(rows, thresholds, activation.first(), activation.step());
    }

    /** The least float that is an integer greater than {@code value}. */
    private static float above(long value) {
      long next = value + 1;
      float rounded = next;
      return (long) rounded < next ? Math.nextUp(rounded) : rounded;
    }

    private String thresholds(int rows, float[] matrix, long first, long step) {
      int levels = matrix.length / rows;
      long last = Math.addExact(first, Math.multiplyExact(step, (long) levels));
      String type =
          first == -1 && step == 2 && levels == 1
              ? "BIPOLAR"
              : ExactFloat.dataType(new Interval(first, last));
      graph.qonnx(
          "MultiThreshold",
          prefix + "act",
          List.of(
              prefix + "acc",
              graph.constant(prefix + "thresholds", new int[] {rows, levels}, matrix)),
          List.of(
              GraphAssembler.text("out_dtype", type),
              GraphAssembler.real("out_scale", ExactFloat.of(step, name, "step")),
              GraphAssembler.real("out_bias", ExactFloat.of(first, name, "first value"))));
      return described(type);
    }

    private String described(String type) {
      String values = prefix + "act";
      graph.shape(values, 1, accumulators.size());
      graph.dataType(values, type);
      return values;
    }
  }
}
