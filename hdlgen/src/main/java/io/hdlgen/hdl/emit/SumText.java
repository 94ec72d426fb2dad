package io.hdlgen.hdl.emit;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.LongVector;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The accumulator of a neuron as a formula that a person can check: {@code 3*x0 - (2*x1 & ~1) + 1},
 * with the operators of C over integers of endless width.
 */
final class SumText implements Arithmetic.Visitor<String> {
  private static final int MAX_TERMS = 24;

  private final LongVector weights;
  private final long bias;
  private final int neuron;
  private final IntFunction<String> names;
  private final StringBuilder text = new StringBuilder();
  private int terms;

  private SumText(DenseLayer layer, int neuron, IntFunction<String> names) {
    this.weights = layer.weights().row(neuron);
    this.bias = layer.biases().get(neuron);
    this.neuron = neuron;
    this.names = names;
  }

  /**
   * The formula.
   *
   * @param names what each input is called
   */
  static String of(DenseLayer layer, int neuron, IntFunction<String> names) {
    return layer.arithmetic().accept(new SumText(layer, neuron, names));
  }

  @Override
  public String visit(Arithmetic.Exact exact) {
    weighted(weights);
    return end();
  }

  @Override
  public String visit(Arithmetic.MaskedSummands masked) {
    LongVector masks = masked.masks().row(neuron);
    boolean turned = masked.shortfall(weights, neuron) == 1;
    for (int i = 0; i < weights.size(); i++) {
      if (masks.get(i) != 0 && !(turned && weights.get(i) < 0)) {
        term(weights.get(i), summand(i, masks.get(i)));
      }
    }
    if (turned) {
      SumText negative = new SumText(weights, neuron, names);
      for (int i = 0; i < weights.size(); i++) {
        if (masks.get(i) != 0 && weights.get(i) < 0) {
          negative.term(-weights.get(i), summand(i, masks.get(i)));
        }
      }
      sign(1);
      String sum = negative.end();
      boolean closed = negative.terms == 1 && sum.startsWith("(");
      text.append('~').append(closed ? sum : "(" + sum + ")");
    }
    return end();
  }

  @Override
  public String visit(Arithmetic.SaturatedGroups saturated) {
    weighted(saturated.single(weights, neuron));
    for (Arithmetic.Group group : saturated.groups().get(neuron)) {
      List<Integer> members = group.inputs();
      String sum =
          members.stream().limit(MAX_TERMS).map(names::apply).collect(Collectors.joining(" + "));
      String more =
          members.size() > MAX_TERMS ? " + ... (" + (members.size() - MAX_TERMS) + " more)" : "";
      term(weights.get(members.get(0)), "min(" + sum + more + ", " + group.cap() + ")");
    }
    return end();
  }

  private SumText(LongVector weights, int neuron, IntFunction<String> names) {
    this.weights = weights;
    this.bias = 0;
    this.neuron = neuron;
    this.names = names;
  }

  private void weighted(LongVector factors) {
    for (int i = 0; i < factors.size(); i++) {
      term(factors.get(i), product(factors.get(i), i));
    }
  }

  private String product(long weight, int input) {
    return (Math.abs(weight) == 1 ? "" : Math.abs(weight) + "*") + names.apply(input);
  }

  private String summand(int input, long mask) {
    String product = product(weights.get(input), input);
    return mask == -1 ? product : "(" + product + " & " + (mask < 0 ? "~" + ~mask : mask) + ")";
  }

  private void term(long weight, String summand) {
    if (weight != 0 && terms++ < MAX_TERMS) {
      sign(weight);
      text.append(summand);
    }
  }

  private void sign(long weight) {
    if (text.isEmpty()) {
      text.append(weight < 0 ? "-" : "");
    } else {
      text.append(weight < 0 ? " - " : " + ");
    }
  }

  private String end() {
    if (terms > MAX_TERMS) {
      text.append(" + ... (").append(terms - MAX_TERMS).append(" more terms)");
    }
    if (bias != 0 || text.isEmpty()) {
      text.append(text.isEmpty() ? "" : bias < 0 ? " - " : " + ");
      text.append(text.isEmpty() ? bias : Math.abs(bias));
    }
    return text.toString();
  }
}
