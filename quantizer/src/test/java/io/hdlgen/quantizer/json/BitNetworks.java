package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DecisionDiagram.Node;
import io.hdlgen.quantizer.network.DecisionDiagram.Successor;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;

/** Networks that decide on bits. */
final class BitNetworks {
  static final DecisionDiagram DIAGRAM =
      DecisionDiagram.of(
          List.of(
              new Node(1, Successor.ofClass(0), Successor.node(1)),
              new Node(0, Successor.ofClass(2), Successor.ofClass(1))));

  /** Bit 0 is the exclusive or of both values, bit 1 the first; class 3 is not one. */
  static final AndInverterGraph LOGIC =
      new AndInverterGraph(
          2,
          List.of(
              new AndInverterGraph.And(2, 5),
              new AndInverterGraph.And(3, 4),
              new AndInverterGraph.And(7, 9)),
          LongVector.of(11, 2),
          2);

  private BitNetworks() {}

  /** One network a kind of decision on bits. */
  static List<IntegerNetwork> decisions() {
    return List.of(
        with(new Decision.Table(LongVector.of(2, 0, 1, 1)), step()),
        with(DIAGRAM, step()),
        with(DecisionDiagram.constant(2), step()),
        with(LOGIC, step()));
  }

  static Activation step() {
    return new Activation.MultiThreshold(0, 1, LongMatrix.of(new long[][] {{3}, {0}}));
  }

  /** Two neurons on one feature. */
  static IntegerNetwork with(Decision decision, Activation activation) {
    return new IntegerNetwork(
        "bits",
        List.of(InputFeature.filling("x", 3, Encoding.SIGNED, 1.0, 0.0, Rounding.HALF_EVEN)),
        List.of(
            new DenseLayer(
                "steps", LongMatrix.of(new long[][] {{1}, {-1}}), LongVector.of(0, 0), activation)),
        decision,
        List.of("a", "b", "c"));
  }
}
