package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;

/** Refuses a decision that does not fit the last layer and the class names. */
final class DecisionShape implements Decision.Visitor<Void> {
  private final JsonCursor json;
  private final int values;
  private final int classNames;

  /**
   * @param values neurons of the last layer
   * @param classNames number of names
   */
  DecisionShape(JsonCursor json, int values, int classNames) {
    this.json = json;
    this.values = values;
    this.classNames = classNames;
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
    if (table.values() != values) {
      throw json.failureAt(
          "decision.classes",
          table.classes().size() + " classes",
          values > Decision.Table.MAX_VALUES
              ? "a last layer of at most " + Decision.Table.MAX_VALUES + " neurons"
              : (1 << values) + ", one for each pattern of the last layer's values");
    }
    return bits(table);
  }

  @Override
  public Void visit(DecisionDiagram diagram) {
    for (int i = 0; i < diagram.nodes().size(); i++) {
      int value = diagram.nodes().get(i).value();
      if (value >= values) {
        throw json.failureAt(
            "decision.nodes[" + i + "].value",
            "" + value,
            "a neuron of the last layer, below " + values);
      }
    }
    return bits(diagram);
  }

  @Override
  public Void visit(AndInverterGraph logic) {
    if (logic.values() != values) {
      throw json.failureAt(
          "decision.values", "" + logic.values(), values + ", the neurons of the last layer");
    }
    return bits(logic);
  }

  private Void scores(Decision.OnScores decision) {
    int scores = decision.scores();
    int classes = decision.classes();
    if (scores != values) {
      throw json.failureAt(
          "decision.multipliers", scores + " values", values + ", one a neuron of the last layer");
    }
    if (classNames != classes) {
      throw json.failureAt(
          "classNames", classNames + " names", classes + ", one a class of the decision");
    }
    return null;
  }

  private Void bits(Decision.OnBits decision) {
    int classes = decision.greatestClass() + 1;
    if (classNames < classes) {
      throw json.failureAt(
          "classNames",
          classNames + " names",
          "at least " + classes + ", one a class of the decision");
    }
    return null;
  }
}
