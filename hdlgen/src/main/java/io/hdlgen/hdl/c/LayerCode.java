package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.util.List;
import java.util.stream.IntStream;

/** Prints the constants of a layer, and the function that computes its values. */
final class LayerCode {
  private final String name;
  private final DenseLayer layer;
  private final CType sumType;
  private final CType valueType;
  private final ActivationCode activation;

  /**
   * @param name of the function, and the beginning of its constants' names
   * @param inputs {@code [inputs]}, the ranges of what the layer takes
   * @param sums {@code [outputs]}, the ranges of the accumulators
   * @param valueType of what it gives
   */
  LayerCode(
      String name, DenseLayer layer, List<Interval> inputs, List<Interval> sums, CType valueType) {
    this.name = name;
    this.layer = layer;
    this.sumType = SumType.of(layer, inputs);
    this.valueType = valueType;
    this.activation = new ActivationCode(name, sums, sumType, valueType);
  }

  /**
   * Prints it.
   *
   * @param inputType name of the type of what the layer takes
   */
  void print(CText text, String inputType) {
    List<LongVector> rows =
        IntStream.range(0, layer.outputs()).mapToObj(layer.weights()::row).toList();
    Interval weights = rows.stream().map(CHeader::range).reduce(Interval::union).orElseThrow();
    text.matrix(CType.holding(weights), name + "_weights", rows);
    text.vector(CType.holding(CHeader.range(layer.biases())), name + "_biases", layer.biases());
    activation.constants(text, layer.activation());
    text.line(
        """

        static inline void %1$s(const %2$s *x, %3$s *y) {
          for (int n = 0; n < %4$d; n++) {
            %5$s sum = %1$s_biases[n];
            for (int i = 0; i < %6$d; i++) {
              sum = %7$s;
            }
        """
            .stripTrailing(),
        name,
        inputType,
        valueType.text(),
        layer.outputs(),
        sumType.text(),
        layer.inputs(),
        sum());
    text.line(layer.activation().accept(activation).indent(4).stripTrailing());
    text.line("  }\n}\n");
  }

  /** With casts where an int of 16 bits would be too short, or is too long for the sum. */
  private String sum() {
    return sumType == CType.INT16
        ? "(int16_t)(sum + %1$s_weights[n][i] * x[i])".formatted(name)
        : "sum + (%2$s)%1$s_weights[n][i] * x[i]".formatted(name, sumType.text());
  }
}
