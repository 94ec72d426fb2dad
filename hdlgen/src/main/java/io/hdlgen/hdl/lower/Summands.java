package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.AccumulatorFunction;
import io.hdlgen.quantizer.network.AccumulatorRange;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer's accumulators as linear forms: of its inputs, and, where its arithmetic is not exact, of
 * variables that are made of them. Equal variables of several neurons are one.
 */
final class Summands implements Arithmetic.Visitor<List<LinearForm>> {
  private final DenseLayer layer;
  private final List<CodedValue> inputs;
  private final Map<Variable, Integer> variables = new LinkedHashMap<>();
  private final List<Range> codes = new ArrayList<>();

  private Summands(DenseLayer layer, List<CodedValue> inputs) {
    this.layer = layer;
    this.inputs = inputs;
    for (int i = 0; i < inputs.size(); i++) {
      variable(new Variable.Input(i), inputs.get(i).code());
    }
  }

  /**
   * The forms of a layer.
   *
   * @param variables what their terms are about: first all inputs
   * @param codes range of each variable
   * @param forms one a neuron
   */
  record Result(List<Variable> variables, List<Range> codes, List<LinearForm> forms) {}

  static Result of(DenseLayer layer, List<CodedValue> inputs) {
    Summands summands = new Summands(layer, inputs);
    List<LinearForm> forms = layer.arithmetic().accept(summands);
    return new Result(List.copyOf(summands.variables.keySet()), summands.codes, forms);
  }

  @Override
  public List<LinearForm> visit(Arithmetic.Exact exact) {
    List<LinearForm> forms = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      forms.add(LinearForm.of(layer.weights().row(n), layer.biases().get(n), inputs));
    }
    return forms;
  }

  @Override
  public List<LinearForm> visit(Arithmetic.MaskedSummands masked) {
    List<LinearForm> forms = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      LongVector weights = layer.weights().row(n);
      Row row = new Row(layer.biases().get(n) - masked.shortfall(weights, n));
      for (int i = 0; i < weights.size(); i++) {
        row.addMasked(i, weights.get(i), masked.masks().get(n, i));
      }
      forms.add(row.form());
    }
    return forms;
  }

  @Override
  public List<LinearForm> visit(Arithmetic.SaturatedGroups saturated) {
    List<LinearForm> forms = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      LongVector weights = layer.weights().row(n);
      Row row = new Row(layer.biases().get(n));
      row.addAll(saturated.single(weights, n));
      for (Arithmetic.Group group : saturated.groups().get(n)) {
        row.addGroup(group, weights.get(group.inputs().get(0)));
      }
      forms.add(row.form());
    }
    return forms;
  }

  private int variable(Variable variable, Range code) {
    int next = codes.size();
    int index = variables.computeIfAbsent(variable, added -> next);
    if (index == next) {
      codes.add(code);
    }
    return index;
  }

  /** One neuron under construction. */
  private final class Row {
    private final List<LinearForm.Term> terms = new ArrayList<>();
    private BigInteger constant;

    Row(long bias) {
      constant = BigInteger.valueOf(bias);
    }

    LinearForm form() {
      return LinearForm.ofCodes(terms, constant, codes);
    }

    void addAll(LongVector weights) {
      for (int i = 0; i < weights.size(); i++) {
        add(i, weights.get(i));
      }
    }

    private void add(int input, long weight) {
      if (weight == 0) {
        return;
      }
      CodedValue value = inputs.get(input);
      BigInteger factor = BigInteger.valueOf(weight);
      if (value.isConstant()) {
        constant = constant.add(factor.multiply(value.value(value.code().min())));
      } else {
        constant = constant.add(factor.multiply(value.first()));
        terms.add(new LinearForm.Term(input, factor.multiply(value.step())));
      }
    }

    void addMasked(int input, long weight, long mask) {
      CodedValue value = inputs.get(input);
      long low = value.value(value.code().min()).longValueExact();
      long high = value.value(value.code().max()).longValueExact();
      int shift = Long.numberOfTrailingZeros(weight);
      if (weight == 0 || mask >> shift == 0) {
        return;
      }
      BigInteger codesSpan = value.code().max().subtract(value.code().min());
      if (codesSpan.bitLength() <= 1) {
        // One or two values lie on a line, whatever the mask makes of them.
        BigInteger first = BigInteger.valueOf(AccumulatorFunction.summand(weight, mask, low));
        BigInteger last = BigInteger.valueOf(AccumulatorFunction.summand(weight, mask, high));
        BigInteger slope = last.subtract(first);
        constant = constant.add(first).subtract(slope.multiply(value.code().min()));
        if (slope.signum() != 0) {
          terms.add(new LinearForm.Term(input, slope));
        }
        return;
      }
      long factor = Math.absExact(weight) >> shift;
      Range product = Range.of(new Interval(low, high).times(factor));
      long kept = KeptBits.effective(mask >> shift, product);
      if (kept == 0) {
        return;
      }
      if (KeptBits.keepsAll(kept, product)) {
        add(input, weight);
        return;
      }
      int dropped = Long.numberOfTrailingZeros(kept);
      Interval range = AccumulatorRange.masked(factor, kept, new Interval(low, high));
      Range code = Range.of(range.min() >> dropped, range.max() >> dropped);
      if (code.isSingle()) {
        BigInteger single = code.min().shiftLeft(dropped + shift);
        constant = constant.add(weight < 0 ? single.negate() : single);
        return;
      }
      int variable = variable(new Variable.Masked(input, factor, kept), code);
      BigInteger coefficient = BigInteger.ONE.shiftLeft(dropped + shift);
      terms.add(new LinearForm.Term(variable, weight < 0 ? coefficient.negate() : coefficient));
    }

    void addGroup(Arithmetic.Group group, long sign) {
      List<Integer> members = new ArrayList<>();
      Range sum = Range.of(0, 0);
      BigInteger fixed = BigInteger.ZERO;
      for (int i : group.inputs()) {
        CodedValue value = inputs.get(i);
        BigInteger least = value.value(value.code().min());
        if (value.isConstant()) {
          fixed = fixed.add(least);
        } else {
          sum = sum.plus(new Range(least, value.value(value.code().max())));
          members.add(i);
        }
      }
      // min(sum + fixed, cap) = fixed + min(sum, cap - fixed)
      BigInteger factor = BigInteger.valueOf(sign);
      BigInteger cap = BigInteger.valueOf(group.cap()).subtract(fixed);
      if (sum.max().compareTo(cap) <= 0) {
        group.inputs().forEach(i -> add(i, sign));
      } else if (sum.min().compareTo(cap) >= 0) {
        constant = constant.add(cap.add(fixed).multiply(factor));
      } else {
        constant = constant.add(fixed.multiply(factor));
        int variable = variable(new Variable.Saturated(members, cap), new Range(sum.min(), cap));
        terms.add(new LinearForm.Term(variable, factor));
      }
    }
  }
}
