package io.hdlgen.hdl.testing;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Six small designs made by hand, and the parts that they are made of. */
public enum Designs {
  /** Every value is -1 or +1. */
  BIPOLAR(Architecture.COMBINATIONAL, Outputs.CLASS, OptionalInt.empty()) {
    @Override
    public IntegerNetwork network() {
      List<InputFeature> inputs =
          List.of(feature("door", 1, Encoding.BIPOLAR), feature("brake", 1, Encoding.BIPOLAR));
      Activation sign = new Activation.MultiThreshold(-1, 2, matrix(row(0), row(1), row(-1)));
      return network(
          inputs,
          List.of(
              layer(sign, row(1, -3, 0), row(1, 1), row(1, -1), row(-1, -1)),
              layer(new Activation.Identity(), row(0, 1), row(1, 1, -1), row(-1, 1, 1))),
          new Decision.ArgMax(row(1, 1), row(0, 0)),
          "normal",
          "attack");
    }
  },

  /** Weights -1, 0, 1 and two-bit activations, in a pipeline. */
  TERNARY(Architecture.UNROLLED, Outputs.BOTH, OptionalInt.empty()) {
    @Override
    public IntegerNetwork network() {
      List<InputFeature> inputs =
          List.of(
              feature("speed", 4, Encoding.UNSIGNED),
              feature("rpm", 4, Encoding.UNSIGNED),
              feature("unused", 3, Encoding.UNSIGNED),
              feature("gear", 2, Encoding.SIGNED));
      Activation levels =
          new Activation.MultiThreshold(
              0, 1, matrix(row(4, 9, 14), row(-5, 0, 5), row(-1, 2, 100)));
      return network(
          inputs,
          List.of(
              layer(levels, row(0, 2, -1), row(1, 1, 0, 0), row(1, -1, 0, 1), row(-1, 0, 0, -1)),
              layer(
                  new Activation.Identity(),
                  row(0, 0, -2),
                  row(1, -1, 0),
                  row(0, 1, 1),
                  row(1, 1, 1))),
          new Decision.ArgMax(row(1, 1, 1), row(0, 0, 0)),
          "idle",
          "city",
          "motor way");
    }
  },

  /** Signed inputs, shifted and saturated sums, a binary decision, a fixed number of stages. */
  SHIFT_RELU(Architecture.UNROLLED, Outputs.CLASS, OptionalInt.of(4)) {
    @Override
    public IntegerNetwork network() {
      List<InputFeature> inputs =
          List.of(
              new InputFeature("left", 5, Encoding.SIGNED, -15, 15, 1, 0, Rounding.HALF_EVEN),
              feature("right", 5, Encoding.SIGNED));
      return network(
          inputs,
          List.of(
              layer(new Activation.ShiftRelu(2, 3), row(3, -4), row(2, -1), row(-3, 4)),
              layer(new Activation.Identity(), row(1), row(2, -3))),
          new Decision.Threshold(row(3), row(-2), 4),
          "left",
          "right");
    }
  },

  /** Weights of several digits, many thresholds, scores alone. */
  MULTI_DIGIT(Architecture.COMBINATIONAL, Outputs.SCORES, OptionalInt.empty()) {
    @Override
    public IntegerNetwork network() {
      List<InputFeature> inputs =
          List.of(
              feature("x0", 3, Encoding.UNSIGNED),
              feature("x1", 3, Encoding.SIGNED),
              feature("x2", 2, Encoding.UNSIGNED));
      Activation levels =
          new Activation.MultiThreshold(
              -4,
              1,
              matrix(
                  row(-20, -15, -10, -5, 0, 5, 10, 20, 30), row(0, 9, 9, 18, 27, 36, 45, 54, 63)));
      return network(
          inputs,
          List.of(
              layer(levels, row(1, 2), row(3, -5, 11), row(7, 7, -1)),
              layer(new Activation.Identity(), row(5, 0), row(23, -13), row(1, 6))),
          new Decision.Scores(row(1, 3), row(0, -7)));
    }
  },

  /** Masked summands, a one's complement, an OR in the place of adders, a coarse argmax. */
  APPROXIMATE(Architecture.COMBINATIONAL, Outputs.CLASS, OptionalInt.empty()) {
    @Override
    public IntegerNetwork network() {
      List<InputFeature> inputs =
          List.of(
              feature("x0", 4, Encoding.UNSIGNED),
              feature("x1", 4, Encoding.UNSIGNED),
              feature("x2", 3, Encoding.SIGNED));
      Activation relu = new Activation.ShiftRelu(2, 3);
      Activation steps =
          new Activation.MultiThreshold(0, 1, matrix(row(9), row(0), row(2), row(5)));
      DenseLayer masked =
          layer(relu, row(3, -1), row(4, -2, 1), row(-3, 8, 2))
              .withArithmetic(
                  new Arithmetic.MaskedSummands(matrix(row(-8, -4, -1), row(-2, 0x68, -2)), true));
      DenseLayer step =
          layer(steps, row(0, 0, 0, 0), row(2, 1), row(1, -1), row(-2, 4), row(0, 1))
              .withArithmetic(
                  new Arithmetic.MaskedSummands(
                      matrix(row(-1, -1), row(-1, -2), row(-4, -1), row(0, 6)), false));
      DenseLayer counts =
          layer(
                  new Activation.Identity(),
                  row(0, 1, 2),
                  row(1, 1, 1, 1),
                  row(-1, -1, 1, 0),
                  row(0, 0, 0, -1))
              .withArithmetic(
                  new Arithmetic.SaturatedGroups(
                      List.of(
                          List.of(
                              new Arithmetic.Group(List.of(0, 3), 1),
                              new Arithmetic.Group(List.of(1, 2), 1)),
                          List.of(new Arithmetic.Group(List.of(0, 1), 1)),
                          List.of())));
      return network(
          inputs,
          List.of(masked, step, counts),
          new Decision.ArgMax(
              row(1, 1, 1), row(0, 0, 0), List.of(new Match(0, 2, -2), new Match(1, 3, -1))),
          "a",
          "b",
          "c");
    }
  },

  /** The ternary network, its second layer with one neuron at a time. */
  FOLDED(
      Architecture.FOLDED,
      Outputs.BOTH,
      OptionalInt.empty(),
      new Folding(3, 2),
      new Folding(1, 3)) {
    @Override
    public IntegerNetwork network() {
      return TERNARY.network();
    }
  };

  /** Delays of no target in particular. */
  public static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  private final Architecture architecture;
  private final Outputs outputs;
  private final OptionalInt stages;
  private final List<Folding> foldings;

  Designs(Architecture architecture, Outputs outputs, OptionalInt stages, Folding... foldings) {
    this.architecture = architecture;
    this.outputs = outputs;
    this.stages = stages;
    this.foldings = List.of(foldings);
  }

  public abstract IntegerNetwork network();

  public String top() {
    return name().toLowerCase(Locale.ROOT);
  }

  public HardwareOptions options() {
    return options(top(), architecture, outputs, 400, stages, foldings);
  }

  public HardwareDesign compile() {
    return HardwareCompiler.compile(network(), options());
  }

  /** Options for the model of no target in particular. */
  public static HardwareOptions options(
      String top, Architecture architecture, Outputs outputs, double clockMhz, OptionalInt stages) {
    return options(top, architecture, outputs, clockMhz, stages, List.of());
  }

  /** Options of folded designs too. */
  public static HardwareOptions options(
      String top,
      Architecture architecture,
      Outputs outputs,
      double clockMhz,
      OptionalInt stages,
      List<Folding> foldings) {
    return new HardwareOptions(
        top,
        architecture,
        outputs,
        clockMhz,
        stages,
        foldings,
        Multiplication.AUTO,
        MODEL,
        List.of("Design " + top),
        Bus.STREAM);
  }

  public static InputFeature feature(String name, int bits, Encoding encoding) {
    return InputFeature.filling(name, bits, encoding, 1, 0, Rounding.HALF_EVEN);
  }

  public static LongVector row(long... values) {
    return LongVector.of(values);
  }

  public static LongMatrix matrix(LongVector... rows) {
    return LongMatrix.ofRows(List.of(rows), rows[0].size());
  }

  public static DenseLayer layer(Activation activation, LongVector biases, LongVector... weights) {
    return new DenseLayer("dense", matrix(weights), biases, activation);
  }

  public static IntegerNetwork network(
      List<InputFeature> inputs, List<DenseLayer> layers, Decision decision, String... classNames) {
    return new IntegerNetwork("sample", inputs, layers, decision, List.of(classNames));
  }
}
