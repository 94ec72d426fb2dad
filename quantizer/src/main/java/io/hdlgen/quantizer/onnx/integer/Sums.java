package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.mlp.Stage;
import io.hdlgen.quantizer.onnx.mlp.WeightMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The sums of a dense stage over integers: real sum {@code j} is {@code units[j] * (row j of
 * weights, times the codes) + offsets[j]}.
 *
 * @param weights {@code [outputs][inputs]}; not to be changed
 * @param units positive; not to be changed
 * @param offsets what the offsets of the inputs' grids add; not to be changed
 */
record Sums(String where, long[][] weights, double[] units, double[] offsets) {
  /** The greatest ratio of weights that were not made by a quantizer. */
  private static final long MAX_RATIO = 1 << 20;

  private static final double MAX_WEIGHT = 1L << 31;

  /**
   * The sums of a stage.
   *
   * @param grids of its inputs
   * @throws InvalidInputException if the weights are not whole multiples of a scale
   */
  static Sums of(Stage stage, List<Grid> grids) {
    WeightMatrix matrix = stage.weights();
    Constant.Exact exact =
        matrix.constant().exact().orElseGet(() -> multiples(stage.where(), matrix));
    int outputs = matrix.outputs();
    int inputs = matrix.inputs();
    long[][] weights = new long[outputs][inputs];
    double[] units = new double[outputs];
    double[] offsets = new double[outputs];
    for (int j = 0; j < outputs; j++) {
      double[] scales = new double[inputs];
      for (int i = 0; i < inputs; i++) {
        int at = j * inputs + i;
        double integer = exact.integers()[at];
        scales[i] = integer == 0 ? 0 : exact.scales()[at] * grids.get(i).scale();
        offsets[j] += integer * exact.scales()[at] * grids.get(i).offset();
      }
      units[j] = unit(stage.where(), scales);
      for (int i = 0; i < inputs; i++) {
        double weight = exact.integers()[j * inputs + i] * Math.rint(scales[i] / units[j]);
        if (Math.abs(weight) > MAX_WEIGHT) {
          throw new InvalidInputException(
              stage.where(), "the integer weight " + weight, "weights of at most 32 bits");
        }
        weights[j][i] = (long) weight;
      }
    }
    return new Sums(stage.where(), weights, units, offsets);
  }

  private static double unit(String where, double[] scales) {
    return CommonUnit.of(scales, MAX_RATIO)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    where,
                    "a sum of products whose scales are no small multiples of one another",
                    "quantizers with one scale for all inputs of a layer (weights may have one an"
                        + " output)"));
  }

  /** Weights as integers and scales: one scale for all of them if there is one, else one a row. */
  private static Constant.Exact multiples(String where, WeightMatrix matrix) {
    double[] values = matrix.constant().tensor().values();
    double[] scales = new double[values.length];
    OptionalDouble common = scale(values);
    for (int j = 0; j < matrix.outputs(); j++) {
      int from = j * matrix.inputs();
      int to = from + matrix.inputs();
      OptionalDouble unit =
          common.isPresent() ? common : scale(Arrays.copyOfRange(values, from, to));
      Arrays.fill(
          scales,
          from,
          to,
          unit.orElseThrow(
              () ->
                  new InvalidInputException(
                      where,
                      "weights without a quantizer, in a model that has quantizers elsewhere",
                      "weights behind a Quant, or whole multiples of a scale; or a model without"
                          + " any quantizer")));
    }
    double[] integers = new double[values.length];
    Arrays.setAll(integers, i -> Math.rint(values[i] / scales[i]));
    return new Constant.Exact(integers, scales);
  }

  private static OptionalDouble scale(double[] values) {
    OptionalDouble unit = CommonUnit.of(values, MAX_RATIO);
    return unit.isPresent() ? unit : FoldedScale.of(values);
  }
}
