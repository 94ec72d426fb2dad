package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Decision.Diagram;
import io.hdlgen.quantizer.network.Decision.Diagram.Node;
import io.hdlgen.quantizer.network.Decision.Diagram.Successor;
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
  static final Diagram DIAGRAM =
      Diagram.of(
          List.of(
              new Node(1, Successor.ofClass(0), Successor.node(1)),
              new Node(0, Successor.ofClass(2), Successor.ofClass(1))));

  private BitNetworks() {}

  /** One network a kind of decision on bits. */
  static List<IntegerNetwork> decisions() {
    return List.of(
        with(new Decision.Table(LongVector.of(2, 0, 1, 1)), step()),
        with(DIAGRAM, step()),
        with(Diagram.constant(2), step()));
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
