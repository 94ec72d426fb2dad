package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Prints the constants of a layer's sums, and gives the statements that make {@code sum}. */
final class SumCode implements Arithmetic.Visitor<String> {
  private final CText text;
  private final String name;
  private final DenseLayer layer;
  private final CType sumType;

  /**
   * @param name of the layer's function, and the beginning of its constants' names
   */
  SumCode(CText text, String name, DenseLayer layer, CType sumType) {
    this.text = text;
    this.name = name;
    this.layer = layer;
    this.sumType = sumType;
  }

  /**
   * The type for the sums of a layer: sums that are not exact are made in 64 bits.
   *
   * @param inputs {@code [inputs]}, the ranges of what it takes
   */
  static CType type(DenseLayer layer, List<Interval> inputs) {
    return layer.arithmetic() instanceof Arithmetic.Exact ? SumType.of(layer, inputs) : CType.INT64;
  }

  @Override
  public String visit(Arithmetic.Exact exact) {
    matrix("weights", rows(layer.weights()::row));
    biases(layer.biases());
    return weighted();
  }

  @Override
  public String visit(Arithmetic.MaskedSummands masked) {
    matrix("weights", rows(layer.weights()::row));
    text.comment("What is kept of each product.");
    matrix("masks", rows(masked.masks()::row));
    long[] biases = layer.biases().toArray();
    for (int n = 0; n < biases.length; n++) {
      biases[n] -= masked.shortfall(layer.weights().row(n), n);
    }
    if (masked.onesComplement()) {
      text.comment("One less where a neuron subtracts: that is what the one's complement makes.");
    }
    biases(LongVector.of(biases));
    return """
        int64_t sum = %1$s_biases[n];
        for (int i = 0; i < %2$s; i++) {
          int64_t weight = %1$s_weights[n][i];
          int64_t product = ((weight < 0 ? -weight : weight) * x[i]) & %1$s_masks[n][i];
          sum += weight < 0 ? -product : product;
        }"""
        .formatted(name, layer.inputs());
  }

  @Override
  public String visit(Arithmetic.SaturatedGroups saturated) {
    int most = saturated.groups().stream().mapToInt(List::size).max().orElseThrow();
    matrix("weights", rows(n -> saturated.single(layer.weights().row(n), n)));
    biases(layer.biases());
    if (most == 0) {
      return weighted();
    }
    List<LongVector> groups = new ArrayList<>();
    List<LongVector> caps = new ArrayList<>();
    List<LongVector> signs = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      long[] group = new long[layer.inputs()];
      long[] cap = new long[most];
      long[] sign = new long[most];
      List<Arithmetic.Group> found = saturated.groups().get(n);
      for (int g = 0; g < found.size(); g++) {
        for (int i : found.get(g).inputs()) {
          group[i] = g + 1L;
        }
        cap[g] = found.get(g).cap();
        sign[g] = layer.weights().get(n, found.get(g).inputs().get(0));
      }
      groups.add(LongVector.of(group));
      caps.add(LongVector.of(cap));
      signs.add(LongVector.of(sign));
    }
    text.comment("The group of each input, from 1 on; what a group counts for at most; its sign.");
    matrix("groups", groups);
    matrix("caps", caps);
    matrix("signs", signs);
    return weighted()
        + """

        for (int g = 0; g < %3$s; g++) {
          int64_t part = 0;
          for (int i = 0; i < %2$s; i++) {
            if (%1$s_groups[n][i] == g + 1) {
              part += x[i];
            }
          }
          sum += %1$s_signs[n][g] * (part < %1$s_caps[n][g] ? part : %1$s_caps[n][g]);
        }"""
            .formatted(name, layer.inputs(), most);
  }

  /** With casts where an int of 16 bits would be too short, or is too long for the sum. */
  private String weighted() {
    String sum =
        sumType == CType.INT16
            ? "(int16_t)(sum + %1$s_weights[n][i] * x[i])".formatted(name)
            : "sum + (%2$s)%1$s_weights[n][i] * x[i]".formatted(name, sumType.text());
    return """
        %1$s sum = %2$s_biases[n];
        for (int i = 0; i < %3$s; i++) {
          sum = %4$s;
        }"""
        .formatted(sumType.text(), name, layer.inputs(), sum);
  }

  private List<LongVector> rows(IntFunction<LongVector> row) {
    return IntStream.range(0, layer.outputs()).mapToObj(row).toList();
  }

  private void matrix(String what, List<LongVector> rows) {
    Interval all = rows.stream().map(CHeader::range).reduce(Interval::union).orElseThrow();
    text.matrix(CType.holding(all), name + "_" + what, rows);
  }

  private void biases(LongVector biases) {
    text.vector(CType.holding(CHeader.range(biases)), name + "_biases", biases);
  }
}
