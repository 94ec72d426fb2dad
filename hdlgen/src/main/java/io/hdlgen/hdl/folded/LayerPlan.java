package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.LayerFormat;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.CodedValue;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The numbers of a layer, what becomes of its sums, and the words that it reads. */
record LayerPlan(FoldedLayer shape, LayerNumbers numbers, LayerEnd end, LayerTables tables) {

  /**
   * Plans all layers.
   *
   * @param declaration of numbers that are loaded; empty if they are built in
   */
  static List<LayerPlan> of(
      IntegerNetwork network, FoldedShape shape, Optional<Declaration> declaration) {
    Codes codes = features(network);
    List<LayerPlan> plans = new ArrayList<>();
    for (int l = 0; l < shape.layers().size(); l++) {
      LayerPlan plan = of(network, l, shape.layers().get(l), codes, declaration);
      plans.add(plan);
      codes = plan.codes(network.layers().get(l).outputs());
    }
    return plans;
  }

  /** The features as the first layer takes them. */
  static Codes features(IntegerNetwork network) {
    return Codes.of(network.inputs().stream().flatMap(one -> CodedValue.of(one).stream()).toList());
  }

  /**
   * Plans one layer.
   *
   * @param inputs what it takes
   */
  static LayerPlan of(
      IntegerNetwork network,
      int l,
      FoldedLayer folded,
      Codes inputs,
      Optional<Declaration> declaration) {
    int mostWords = declaration.isPresent() ? Integer.MAX_VALUE : SlotRom.MOST_WORDS;
    DenseLayer dense = network.layers().get(l);
    LayerNumbers numbers =
        LayerNumbers.of(dense, inputs, folded, declaration.map(all -> all.layers().get(l)));
    boolean last = l == network.layers().size() - 1;
    Affine scores = last ? scores(network.decision().onScores(), declaration) : null;
    LayerEnd end = LayerEnd.of(numbers, dense.activation(), scores);
    return new LayerPlan(folded, numbers, end, LayerTables.of(l, folded, numbers, end, mostWords));
  }

  /** What the layer gives to the next one. */
  Codes codes(int neurons) {
    return Codes.of(neurons, end.value());
  }

  private static Affine scores(Decision.OnScores decision, Optional<Declaration> declaration) {
    NeuronNumbers multipliers =
        new NeuronNumbers(
            integers(decision.multipliers().toArray()),
            declaration.map(all -> all.decision().multipliers()));
    NeuronNumbers offsets =
        new NeuronNumbers(
            integers(decision.offsets().toArray()),
            declaration.map(all -> all.decision().offsets()));
    Optional<Range> threshold = declaration.flatMap(all -> all.decision().threshold());
    if (threshold.isPresent() && decision instanceof Decision.Threshold binary) {
      // The score less the threshold is compared with 0.
      NeuronNumbers less =
          new NeuronNumbers(
              List.of(BigInteger.valueOf(binary.threshold()).negate()),
              Optional.of(Range.of(0, 0).minus(threshold.get())));
      offsets = offsets.plus(less);
    }
    return new Affine(multipliers, offsets);
  }

  /** The decision on the scores that the last layer gives. */
  static Decision decision(Decision decision, Optional<Declaration> declaration) {
    return declaration.flatMap(all -> all.decision().threshold()).isPresent()
        ? new Decision.Threshold(
            decision.onScores().multipliers(), decision.onScores().offsets(), 0)
        : decision;
  }

  private static List<BigInteger> integers(long[] values) {
    return LongStream.of(values).mapToObj(BigInteger::valueOf).toList();
  }

  /** What the layer gives, of any neuron. */
  Range output() {
    return end.search() != null ? Range.of(0, end.search().count()) : end.function().output();
  }

  /** Widths, for estimates. */
  LayerFormat format(Activation activation, Multiplication multiplication) {
    int thresholds =
        activation instanceof Activation.MultiThreshold levels ? levels.thresholds().columns() : 0;
    return new LayerFormat(
        numbers.inputs().width(),
        DotModule.weightField(numbers).width(),
        numbers.running().width(),
        thresholds,
        end.search() == null ? thresholds : output().width(),
        multiplication.multiplies(
            numbers.inputs().width(), DotModule.weightField(numbers).width()));
  }
}
