package io.hdlgen.quantizer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.export.QonnxWriter;
import io.hdlgen.quantizer.reference.RandomBitNetworks;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThermometerJsonTest {
  private static final InputFeature GRID =
      InputFeature.filling("x", 4, Encoding.UNSIGNED, 0.5, 1, Rounding.FLOOR);
  private static final InputFeature FEATURE =
      InputFeature.thermometer(GRID, LongVector.of(1, 7, 15));

  @Test
  void codesCountLevels() {
    for (double x = -1; x < 10; x += 0.125) {
      long point = GRID.encode(x);
      long expected = (point >= 1 ? 1 : 0) + (point >= 7 ? 1 : 0) + (point >= 15 ? 1 : 0);
      assertThat(FEATURE.encode(x)).as("x %s", x).isEqualTo(expected);
    }
    assertThat(FEATURE.range()).isEqualTo(new Interval(0, 3));
    assertThat(FEATURE.fieldBits()).isEqualTo(3);
    assertThat(FEATURE.accepts(3)).isTrue();
    assertThat(FEATURE.accepts(4)).isFalse();
  }

  @Test
  void roundTripsRandomNetworksAndBatchesAreTheDefinition() {
    for (int seed = 0; seed < 200; seed++) {
      IntegerNetwork network = new RandomBitNetworks(seed).next();
      String text = NetworkJson.write(network);
      assertThat(NetworkJson.parse(text, "seed " + seed)).isEqualTo(network);
      assertThat(NetworkRanges.of(network).inputs()).hasSize(network.inputValues());
      ReferenceModel model = new ReferenceModel(network);
      long[][] codes = new RandomNetworks(seed).codes(network, 40);
      int[] expected =
          Arrays.stream(codes).mapToInt(row -> model.infer(row).classIndex()).toArray();
      assertThat(model.classify(codes, 1)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void refusesLevelsThatCannotBe() {
    String text = NetworkJson.write(thermometer());
    refused(text.replace("[1, 7, 15]", "[1, 7, 16]"), "inputs[0].levels[2]: found 16");
    refused(text.replace("[1, 7, 15]", "[0, 7, 15]"), "inputs[0].levels[0]: found 0");
    refused(text.replace("[1, 7, 15]", "[7, 7, 15]"), "inputs[0].levels[1]: found 7");
    refused(text.replace("[1, 7, 15]", "[]"), "inputs[0].levels: found none");
    refused(text.replace(", \"levels\": [1, 7, 15]", ""), "inputs[0]: found no key \"levels\"");
    refused(text.replace("thermometer", "unsigned"), "inputs[0]: found the key \"levels\"");
    refused(text.replace("[1, 7, 15]", "[1, 7]"), "a feature or level");
    refused(text.replace("\"version\": 2", "\"version\": 1"), "version: found 1; expected 2");
    assertThatThrownBy(() -> QonnxWriter.write(thermometer()))
        .hasMessageContaining("thermometer features");
    assertThatThrownBy(() -> FEATURE.withLevels(LongVector.of(3, 2)))
        .hasMessageContaining("level 1 is 2");
  }

  private static IntegerNetwork thermometer() {
    IntegerNetwork network = NetworkJsonTest.fixture();
    return new IntegerNetwork(
        "t", List.of(FEATURE), network.layers(), network.decision(), network.classNames());
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> NetworkJson.parse(text, "n.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
