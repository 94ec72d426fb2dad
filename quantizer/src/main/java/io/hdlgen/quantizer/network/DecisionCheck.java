package io.hdlgen.quantizer.network;

import java.util.List;

/** Checks that a decision fits the layers before it and the classes that it is to tell apart. */
final class DecisionCheck implements Decision.Visitor<Void> {
  private static final Interval BIT = new Interval(0, 1);

  private final List<InputFeature> inputs;
  private final List<DenseLayer> layers;
  private final int classNames;
  private final int values;

  DecisionCheck(List<InputFeature> inputs, List<DenseLayer> layers, int classNames) {
    this.inputs = inputs;
    this.layers = layers;
    this.classNames = classNames;
    this.values = layers.get(layers.size() - 1).outputs();
  }

  @Override
  public Void visit(Decision.ArgMax argMax) {
    return scores(argMax);
  }

  @Override
  public Void visit(Decision.Threshold threshold) {
    return scores(threshold);
  }

  @Override
  public Void visit(Decision.Scores scores) {
    return scores(scores);
  }

  @Override
  public Void visit(Decision.Table table) {
    takes(table.values());
    return bits(table);
  }

  @Override
  public Void visit(DecisionDiagram diagram) {
    diagram
        .nodes()
        .forEach(
            node ->
                check(
                    node.value() < values,
                    "the diagram looks at value %d, but there are %d"
                        .formatted(node.value(), values)));
    return bits(diagram);
  }

  @Override
  public Void visit(AndInverterGraph logic) {
    takes(logic.values());
    return bits(logic);
  }

  private Void scores(Decision.OnScores decision) {
    takes(decision.scores());
    check(
        classNames == decision.classes(),
        "%d class names for %d classes".formatted(classNames, decision.classes()));
    return null;
  }

  private void takes(int expected) {
    check(
        expected == values,
        "the decision takes %d values, but there are %d".formatted(expected, values));
  }

  private Void bits(Decision.OnBits decision) {
    check(
        decision.greatestClass() < classNames,
        "%d class names, but the decision gives class %d"
            .formatted(classNames, decision.greatestClass()));
    if (!layers.get(layers.size() - 1).activation().accept(new GivesBits())) {
      List<Interval> ranges = NetworkRanges.values(inputs, layers);
      for (int n = 0; n < values; n++) {
        Interval range = ranges.get(n);
        check(
            BIT.contains(range.min()) && BIT.contains(range.max()),
            "value %d of the last layer has the range %s, but the decision is on bits"
                .formatted(n, range));
      }
    }
    return null;
  }

  private static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Whether an activation gives 0 and 1 alone, whatever the accumulator is. */
  private static final class GivesBits implements Activation.Visitor<Boolean> {
    @Override
    public Boolean visit(Activation.Identity identity) {
      return false;
    }

    @Override
    public Boolean visit(Activation.ShiftRelu relu) {
      return relu.bits() == 1;
    }

    @Override
    public Boolean visit(Activation.MultiThreshold activation) {
      long last = activation.first() + activation.step() * activation.thresholds().columns();
      return activation.first() >= 0 && last <= 1;
    }
  }
}
