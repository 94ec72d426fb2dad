package io.hdlgen.quantizer.onnx.export;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.encoding.FloatBreakpoints;
import java.util.Arrays;
import java.util.List;

/**
 * The nodes that turn real inputs into codes.
 *
 * <p>Exact for every finite {@code float} input where that can be had: as a {@code Quant} where the
 * scale is a power of two, so that dividing rounds nothing; else as a {@code MultiThreshold}, which
 * compares and computes nothing. Codes of more bits than are practical as thresholds become a
 * {@code Quant} behind a subtraction and a division, which executors round to {@code float}.
 */
final class InputExport {
  private static final String CODES = "codes";
  private static final int MAX_LEVELS = (1 << 12) - 1;
  private static final long MAX_THRESHOLDS = 1L << 20;
  private static final List<Rounding> EXACT_ROUNDINGS =
      List.of(Rounding.HALF_EVEN, Rounding.FLOOR, Rounding.CEIL, Rounding.DOWN);

  private final GraphAssembler graph;
  private final List<InputFeature> features;
  private final InputFeature first;
  private final long lowest;
  private final long highest;
  private final long step;

  private InputExport(GraphAssembler graph, List<InputFeature> features) {
    this.graph = graph;
    this.features = features;
    this.first = features.get(0);
    this.lowest = features.stream().mapToLong(InputFeature::min).min().orElseThrow();
    this.highest = features.stream().mapToLong(InputFeature::max).max().orElseThrow();
    boolean bipolar = features.stream().allMatch(f -> f.encoding() == Encoding.BIPOLAR);
    this.step = bipolar ? 2 : 1;
  }

  /** Adds the nodes; the name of the codes' tensor. */
  static String add(GraphAssembler graph, List<InputFeature> features) {
    return new InputExport(graph, features).add();
  }

  /** Whether the codes are those of the network at every finite {@code float} input. */
  static boolean isExact(List<InputFeature> features) {
    InputExport export = new InputExport(new GraphAssembler("", features.size()), features);
    return export.isPowerOfTwo() || export.isPracticableAsThresholds();
  }

  private String add() {
    if (isPowerOfTwo()) {
      String scaled =
          first.scale() == 1
              ? GraphAssembler.INPUT
              : scaled("Mul", GraphAssembler.INPUT, (float) (1 / first.scale()));
      quant(scaled);
    } else if (isPracticableAsThresholds()) {
      thresholds();
    } else {
      quantOfQuotient();
    }
    graph.shape(CODES, 1, features.size());
    graph.dataType(CODES, step == 2 ? "BIPOLAR" : ExactFloat.dataType(range()));
    return CODES;
  }

  private Interval range() {
    return new Interval(lowest, highest);
  }

  private boolean isPowerOfTwo() {
    double scale = first.scale();
    return isUniform()
        && features.stream().allMatch(f -> f.scale() == scale && f.offset() == 0)
        && EXACT_ROUNDINGS.contains(first.rounding())
        && fillsQuantRange()
        && scale == Math.scalb(1.0, Math.getExponent(scale))
        && Math.abs(Math.getExponent(scale)) < Float.MAX_EXPONENT;
  }

  /** Whether one Quant node serves all features. */
  private boolean isUniform() {
    return features.stream()
        .allMatch(
            f ->
                f.bits() == first.bits()
                    && f.encoding() == first.encoding()
                    && f.min() == first.min()
                    && f.max() == first.max()
                    && f.rounding() == first.rounding());
  }

  private boolean isSigned() {
    return first.encoding() == Encoding.SIGNED;
  }

  private boolean isNarrow() {
    return !first.range().equals(InputFeature.field(first.encoding(), first.bits()));
  }

  /** Whether a Quant clamps as the features do. One signed bit means something else to it. */
  private boolean fillsQuantRange() {
    Interval field = InputFeature.field(first.encoding(), first.bits());
    Interval narrow =
        isSigned()
            ? new Interval(Math.min(field.min() + 1, 0), field.max())
            : new Interval(0, Math.max(0, field.max() - 1));
    return first.encoding() != Encoding.BIPOLAR
        && !(isSigned() && first.bits() == 1)
        && (!isNarrow() || first.range().equals(narrow));
  }

  private boolean isPracticableAsThresholds() {
    long levels = (highest - lowest) / step;
    return levels <= MAX_LEVELS
        && levels * (sharesBreakpoints() ? 1 : features.size()) <= MAX_THRESHOLDS;
  }

  private boolean sharesBreakpoints() {
    return isUniform()
        && features.stream()
            .allMatch(f -> f.scale() == first.scale() && f.offset() == first.offset());
  }

  private void thresholds() {
    int levels = Math.max(1, (int) ((highest - lowest) / step));
    int rows = sharesBreakpoints() ? 1 : features.size();
    float[] matrix = new float[rows * levels];
    for (int i = 0; i < rows; i++) {
      float[] row = row(features.get(i), levels);
      System.arraycopy(row, 0, matrix, i * levels, levels);
    }
    graph.qonnx(
        "MultiThreshold",
        CODES,
        List.of(turned(), graph.constant("input_thresholds", new int[] {rows, levels}, matrix)),
        List.of(
            GraphAssembler.text("out_dtype", step == 2 ? "BIPOLAR" : ExactFloat.dataType(range())),
            GraphAssembler.real("out_scale", step),
            GraphAssembler.real("out_bias", ExactFloat.of(lowest, "input", "lowest code"))));
  }

  /**
   * The thresholds of one feature, between some that are always met and some that are never, where
   * other features have lower or higher codes.
   */
  private float[] row(InputFeature feature, int levels) {
    float[] breakpoints = FloatBreakpoints.of(feature);
    float[] row = new float[levels];
    Arrays.fill(row, Float.MAX_VALUE);
    int below = (int) ((feature.min() - lowest) / step);
    Arrays.fill(row, 0, below, -Float.MAX_VALUE);
    int repeats = (int) (FloatBreakpoints.step(feature) / step);
    for (int i = 0; i < breakpoints.length * repeats; i++) {
      row[below + i] = breakpoints[i / repeats];
    }
    return row;
  }

  /** The input, with the features of negative scale negated. */
  private String turned() {
    float[] directions = new float[features.size()];
    boolean none = true;
    for (int i = 0; i < directions.length; i++) {
      directions[i] = FloatBreakpoints.direction(features.get(i));
      none &= directions[i] == 1;
    }
    return none ? GraphAssembler.INPUT : scaled("Mul", GraphAssembler.INPUT, directions);
  }

  private void quantOfQuotient() {
    if (!isUniform() || !fillsQuantRange()) {
      throw new InvalidInputException(
          "input",
          "features of more than 12 bits with different bits, ranges or roundings, or a range that"
              + " a Quant does not have",
          "features of fewer bits, or all of the same kind");
    }
    String value = GraphAssembler.INPUT;
    float[] offsets = new float[features.size()];
    float[] scales = new float[features.size()];
    for (int i = 0; i < scales.length; i++) {
      offsets[i] = (float) features.get(i).offset();
      scales[i] = (float) features.get(i).scale();
      if (scales[i] == 0 || Float.isInfinite(scales[i]) || Float.isInfinite(offsets[i])) {
        throw new InvalidInputException(
            "feature " + features.get(i).name(),
            "a scale or offset beyond 32-bit floats",
            "a scale that a float can hold");
      }
    }
    if (features.stream().anyMatch(f -> f.offset() != 0)) {
      value = graph.node("Sub", "input_shifted", List.of(value, vector("input_offset", offsets)));
      graph.shape(value, 1, features.size());
    }
    quant(scaled("Div", value, scales));
  }

  private String scaled(String operator, String value, float... factors) {
    String scaled =
        graph.node(operator, "input_scaled", List.of(value, vector("input_scale", factors)));
    graph.shape(scaled, 1, features.size());
    return scaled;
  }

  /** One number if all are equal. */
  private String vector(String name, float[] values) {
    boolean equal = true;
    for (float value : values) {
      equal &= value == values[0];
    }
    return equal
        ? graph.scalar(name, values[0])
        : graph.constant(name, new int[] {values.length}, values);
  }

  private void quant(String value) {
    String mode = first.rounding() == Rounding.HALF_EVEN ? "ROUND" : first.rounding().name();
    graph.qonnx(
        "Quant",
        CODES,
        List.of(
            value,
            graph.scalar("input_unit", 1),
            graph.scalar("input_zero", 0),
            graph.scalar("input_bits", first.bits())),
        List.of(
            GraphAssembler.integer("signed", isSigned() ? 1 : 0),
            GraphAssembler.integer("narrow", isNarrow() ? 1 : 0),
            GraphAssembler.text("rounding_mode", mode)));
  }
}
