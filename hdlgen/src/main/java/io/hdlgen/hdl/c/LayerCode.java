package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import java.util.List;

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
    this.sumType = SumCode.type(layer, inputs);
    this.valueType = valueType;
    this.activation = new ActivationCode(name, sums, sumType, valueType);
  }

  /**
   * Prints it.
   *
   * @param inputType name of the type of what the layer takes
   */
  void print(CText text, String inputType) {
    String sum = layer.arithmetic().accept(new SumCode(text, name, layer, sumType));
    activation.constants(text, layer.activation());
    text.line(
        """

        static inline void %1$s(const %2$s *x, %3$s *y) {
          for (int n = 0; n < %4$d; n++) {
        """
            .stripTrailing(),
        name,
        inputType,
        valueType.text(),
        layer.outputs());
    text.line(sum.indent(4).stripTrailing());
    text.line(layer.activation().accept(activation).indent(4).stripTrailing());
    text.line("  }\n}\n");
  }
}
