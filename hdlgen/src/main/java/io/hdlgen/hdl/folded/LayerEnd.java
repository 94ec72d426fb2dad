package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.lower.CodedValue;
import io.hdlgen.hdl.lower.LevelCount;
import io.hdlgen.hdl.lower.ShiftReluUnit;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * What a layer makes of its sums: the activation, and in the last layer scores of its values.
 *
 * @param search thresholds that are too many to be compared side by side; null if there are none
 * @param function what is made of a sum otherwise; null for a search
 * @param value how values are carried to the next layer
 */
record LayerEnd(Thresholds search, NeuronFunction function, CodedValue value) {
  /**
   * The end of a layer.
   *
   * @param scores of the last layer's values; null for the other layers
   */
  static LayerEnd of(LayerNumbers numbers, Activation activation, Affine scores) {
    return activation.accept(new Plan(numbers, scores));
  }

  private record Plan(LayerNumbers numbers, Affine scores) implements Activation.Visitor<LayerEnd> {

    @Override
    public LayerEnd visit(Activation.Identity identity) {
      Affine affine = numbers.accumulator();
      if (scores != null) {
        affine = scores(affine.factors(), affine.constants());
      }
      NeuronFunction function = new AffineFunction("", affine, numbers.sums(), BigInteger.ZERO);
      return end(function);
    }

    @Override
    public LayerEnd visit(Activation.ShiftRelu relu) {
      AffineFunction accumulator =
          new AffineFunction("", numbers.accumulator(), numbers.sums(), BigInteger.ZERO);
      NeuronFunction function = accumulator.then(new ReluFunction(relu, accumulator.output()));
      Range values = function.output();
      Range idle = Range.single(accumulator.least());
      return end(scored(function, values, ShiftReluUnit.range(relu, idle).min()));
    }

    @Override
    public LayerEnd visit(Activation.MultiThreshold activation) {
      Thresholds thresholds = Thresholds.of(activation.thresholds(), numbers);
      BigInteger first = BigInteger.valueOf(activation.first());
      BigInteger step = BigInteger.valueOf(activation.step());
      CodedValue value = new CodedValue(Range.of(0, thresholds.count()), first, step);
      if (scores == null && thresholds.count() > LevelCount.PARALLEL_LEVELS) {
        return new LayerEnd(thresholds, null, value);
      }
      NeuronFunction count = new ThresholdFunction(thresholds.parameters());
      if (scores == null) {
        return new LayerEnd(null, count, value);
      }
      int neurons = numbers.sums().size();
      Affine affine = scores(NeuronNumbers.all(neurons, step), NeuronNumbers.all(neurons, first));
      List<Range> codes = Collections.nCopies(neurons, count.output());
      return end(count.then(new AffineFunction("score_", affine, codes, BigInteger.ZERO)));
    }

    private NeuronFunction scored(NeuronFunction function, Range values, BigInteger idle) {
      if (scores == null) {
        return function;
      }
      int neurons = numbers.sums().size();
      return function.then(
          new AffineFunction("score_", scores, Collections.nCopies(neurons, values), idle));
    }

    /** The score of {@code factor * x + constant}. */
    private Affine scores(NeuronNumbers factors, NeuronNumbers constants) {
      return new Affine(
          factors.times(scores.factors()),
          constants.times(scores.factors()).plus(scores.constants()));
    }

    private static LayerEnd end(NeuronFunction function) {
      return new LayerEnd(
          null, function, new CodedValue(function.output(), BigInteger.ZERO, BigInteger.ONE));
    }
  }
}
