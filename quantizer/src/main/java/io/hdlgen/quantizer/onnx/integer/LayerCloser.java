package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.mlp.Element;
import java.util.ArrayList;
import java.util.List;

/** Makes integer layers of a stage's sums and the chains of the elements that read them. */
final class LayerCloser {
  /** The most levels of an activation: 12 bits. */
  private static final long MAX_LEVELS = (1 << 12) - 1;

  /** The greatest value of an activation. */
  private static final long MAX_CODE = 1L << 31;

  /** Beyond it, accumulators are not exact in {@code double}. */
  private static final long MAX_ACCUMULATOR = 1L << 53;

  /** The greatest bias whose rounding can be told from a fraction. */
  private static final double MAX_BIAS = 1 << 20;

  private final String name;
  private final Sums sums;
  private final List<Interval> inputs;

  /** A layer, and what its values stand for. */
  record Closed(DenseLayer layer, List<Interval> ranges, List<Grid> grids) {}

  LayerCloser(String name, Sums sums, List<Interval> inputs) {
    this.name = name;
    this.sums = sums;
    this.inputs = inputs;
  }

  /**
   * The layer whose values are {@code elements}.
   *
   * @param where who reads them, for messages
   * @param rising whether codes have to ascend with the values that they stand for
   */
  Closed close(List<Element> elements, String where, boolean rising) {
    boolean quantized = elements.stream().anyMatch(element -> element.chain().quantizes());
    if (!quantized) {
      return identity(elements, where);
    }
    List<Quantized> functions = new ArrayList<>();
    for (Element element : elements) {
      Chain chain = chain(element);
      if (!chain.quantizes()) {
        throw unquantized(where);
      }
      Quantized function =
          GridFollower.follow(chain, chain.lastQuantizer(), true, where).withoutDeadCodes();
      functions.add(rising && function.grid().scale() < 0 ? function.negated() : function);
    }
    return thresholds(elements, functions, where);
  }

  /** The chain of an element from the accumulator on. */
  Chain chain(Element element) {
    double unit = sums.units()[element.source()];
    double offset = sums.offsets()[element.source()];
    Chain rest = element.chain();
    if (!rest.steps().isEmpty() && rest.steps().get(0) instanceof Step.Add bias) {
      offset += bias.term();
      rest = rest.part(1, rest.steps().size());
    }
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Multiply(unit));
    if (offset != 0) {
      steps.add(new Step.Add(onGrid(offset, unit)));
    }
    return new Chain(steps).then(rest);
  }

  /**
   * A bias that is a whole number of units but for the rounding of its scale to {@code float} is
   * taken as one, or that rounding would decide where a sum lies right on a threshold.
   */
  private static double onGrid(double offset, double unit) {
    double multiple = Math.rint(offset / unit);
    boolean close =
        Math.abs(offset / unit - multiple) <= Math.abs(multiple) * 0x1p-23
            && Math.abs(multiple) <= MAX_BIAS;
    return close ? multiple * unit : offset;
  }

  private Closed identity(List<Element> elements, String where) {
    List<Grid> grids = new ArrayList<>();
    int[] signs = new int[elements.size()];
    for (int e = 0; e < signs.length; e++) {
      Affine affine = Affine.of(chain(elements.get(e))).orElseThrow(() -> unquantized(where));
      signs[e] = affine.gain() == 0 ? 0 : 1;
      grids.add(new Grid(affine.gain(), affine.offset()));
    }
    DenseLayer layer = layer(elements, signs);
    return new Closed(layer, ranges(layer), grids);
  }

  private Closed thresholds(List<Element> elements, List<Quantized> functions, String where) {
    int[] signs = functions.stream().mapToInt(function -> function.code().direction()).toArray();
    DenseLayer sumsOnly = layer(elements, signs);
    List<Interval> ranges = ranges(sumsOnly);
    List<Grid> grids = functions.stream().map(Quantized::grid).toList();
    List<NeuronFunction> neurons = new ArrayList<>();
    for (int e = 0; e < signs.length; e++) {
      neurons.add(new NeuronFunction(functions.get(e).code(), signs[e], ranges.get(e)));
    }
    boolean bipolar = functions.stream().allMatch(Quantized::bipolar);
    long first = neurons.stream().mapToLong(NeuronFunction::lowest).min().orElseThrow();
    long last = neurons.stream().mapToLong(NeuronFunction::highest).max().orElseThrow();
    long step = bipolar ? 2 : 1;
    first = bipolar ? -1 : first;
    long levels = bipolar ? 1 : Math.max(1, last - first);
    if (first < -MAX_CODE || last > MAX_CODE || levels > MAX_LEVELS) {
      throw new InvalidInputException(
          where,
          "hidden values in [" + first + ", " + last + "]",
          "a quantizer of at most 12 bits");
    }
    List<LongVector> rows = new ArrayList<>();
    for (NeuronFunction neuron : neurons) {
      rows.add(neuron.thresholds(first, step, (int) levels));
    }
    Activation activation =
        new Activation.MultiThreshold(first, step, LongMatrix.ofRows(rows, (int) levels));
    DenseLayer layer = new DenseLayer(name, sumsOnly.weights(), sumsOnly.biases(), activation);
    List<Interval> values = new ArrayList<>();
    for (int e = 0; e < signs.length; e++) {
      values.add(NetworkRanges.value(activation, e, ranges.get(e)));
    }
    return new Closed(layer, values, grids);
  }

  /** The layer without an activation: the rows that the elements read, times the signs. */
  DenseLayer layer(List<Element> elements, int[] signs) {
    List<LongVector> rows = new ArrayList<>();
    for (int e = 0; e < signs.length; e++) {
      long[] row = sums.weights()[elements.get(e).source()].clone();
      for (int i = 0; i < row.length; i++) {
        row[i] *= signs[e];
      }
      rows.add(LongVector.of(row));
    }
    return new DenseLayer(
        name,
        LongMatrix.ofRows(rows, inputs.size()),
        LongVector.filled(rows.size(), 0),
        new Activation.Identity());
  }

  /** The ranges of a layer's accumulators. */
  List<Interval> ranges(DenseLayer layer) {
    try {
      List<Interval> ranges = NetworkRanges.accumulators(layer, inputs);
      for (Interval range : ranges) {
        if (range.min() < -MAX_ACCUMULATOR || range.max() > MAX_ACCUMULATOR) {
          throw new ArithmeticException("range " + range);
        }
      }
      return ranges;
    } catch (ArithmeticException e) {
      throw new InvalidInputException(
          sums.where(), "sums that need more than 54 bits", "narrower weights or values", e);
    }
  }

  private InvalidInputException unquantized(String where) {
    return new InvalidInputException(
        where,
        "an activation that is not quantized in front of it, in a model with quantizers",
        "a Quant, BipolarQuant or MultiThreshold behind each activation; or a model without any"
            + " quantizer");
  }
}
