package io.hdlgen.quantizer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DecisionDiagram.Node;
import io.hdlgen.quantizer.network.DecisionDiagram.Successor;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.onnx.export.QonnxWriter;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitDecisionJsonTest {
  @Test
  void roundTrips() {
    for (IntegerNetwork network : BitNetworks.decisions()) {
      String text = NetworkJson.write(network);
      assertThat(text).contains("\"version\": 2,");
      assertThat(NetworkJson.parse(text, "n")).isEqualTo(network);
      assertThat(network.scores()).isZero();
    }
  }

  @Test
  void whatVersionOneCannotSayIsRefusedInIt() {
    String text = NetworkJson.write(BitNetworks.decisions().get(0));
    refused(text.replace("\"version\": 2", "\"version\": 1"), "version: found 1; expected 2");
  }

  @Test
  void refusesWhatDoesNotFit() {
    String table = NetworkJson.write(BitNetworks.decisions().get(0));
    refused(table.replace("[2, 0, 1, 1]", "[2, 0, 1]"), "decision.classes: found 3 classes");
    refused(table.replace("[2, 0, 1, 1]", "[2, 0]"), "decision.classes: found 2 classes");
    refused(table.replace("[2, 0, 1, 1]", "[2, 0, 1, 3]"), "classNames: found 3 names");
    refused(table.replace("[2, 0, 1, 1]", "[2, 0, 1, -1]"), "decision.classes[3]: found -1");
    refused(table.replace("\"first\": 0", "\"first\": 1"), "value 0 of the last layer");
    String diagram = NetworkJson.write(BitNetworks.decisions().get(1));
    refused(diagram.replace("\"ifOne\": {\"node\": 1}", "\"ifOne\": {\"node\": 0}"), "nodes[0]");
    refused(diagram.replace("\"root\": {\"node\": 0}", "\"root\": {\"node\": 2}"), "root");
    refused(diagram.replace("\"root\": {\"node\": 0}", "\"root\": {}"), "either node or class");
    refused(diagram.replace("\"value\": 1", "\"value\": 2"), "nodes[0].value: found 2");
    String logic = NetworkJson.write(BitNetworks.decisions().get(3));
    refused(logic.replace("[3, 4]", "[3, 8]"), "gates[1]: found literal 8");
    refused(logic.replace("[3, 4]", "[3]"), "gates[1]: found 1 literals");
    refused(logic.replace("[11, 2]", "[12, 2]"), "outputs[0]: found literal 12");
    refused(logic.replace("[11, 2]", "[]"), "outputs: found no literals");
    refused(logic.replace("\"values\": 2", "\"values\": 3"), "decision.values: found 3");
    refused(logic.replace("\"lastClass\": 2", "\"lastClass\": 3"), "classNames: found 3 names");
    refused(diagram.replace("\"root\"", "\"offsets\": [], \"root\""), "the key \"offsets\"");
  }

  @Test
  void theReferenceWalksAndLooksUp() {
    for (int x = -4; x <= 3; x++) {
      long[] codes = {x};
      Inference found = new ReferenceModel(BitNetworks.decisions().get(0)).infer(codes);
      // Value 0 is x >= 3, value 1 is -x >= 0.
      int index = (x >= 3 ? 1 : 0) + (x <= 0 ? 2 : 0);
      assertThat(found.classIndex()).isEqualTo(new int[] {2, 0, 1, 1}[index]);
      assertThat(found.scores().size()).isZero();
      Inference walked = new ReferenceModel(BitNetworks.decisions().get(1)).infer(codes);
      assertThat(walked.classIndex()).isEqualTo(x > 0 ? 0 : x >= 3 ? 1 : 2);
      assertThat(
              new ReferenceModel(BitNetworks.decisions().get(1)).classify(new long[][] {codes}, 1))
          .containsExactly(walked.classIndex());
      int code = (x >= 3 != x <= 0 ? 1 : 0) + (x >= 3 ? 2 : 0);
      assertThat(new ReferenceModel(BitNetworks.decisions().get(3)).infer(codes).classIndex())
          .isEqualTo(Math.min(code, 2));
    }
  }

  @Test
  void decisionsThatCannotBeAreDefects() {
    assertThatThrownBy(() -> new Decision.Table(LongVector.of(1, 2, 3)))
        .hasMessageContaining("3 classes");
    assertThatThrownBy(
            () -> DecisionDiagram.of(List.of(new Node(0, Successor.node(0), Successor.ofClass(1)))))
        .hasMessageContaining("node 0 goes on at node 0");
    assertThatThrownBy(() -> BitNetworks.with(BitNetworks.DIAGRAM, new Activation.Identity()))
        .hasMessageContaining("value 0 of the last layer has the range [-4, 3]");
    assertThat(BitNetworks.with(BitNetworks.DIAGRAM, new Activation.ShiftRelu(0, 1)).classes())
        .isEqualTo(3);
  }

  @Test
  void qonnxCannotSayThem() {
    assertThatThrownBy(() -> QonnxWriter.write(BitNetworks.decisions().get(0)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bits: found a decision by a table or a diagram");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> NetworkJson.parse(text, "n.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
