package io.hdlgen.quantizer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatModelJsonTest {
  private static final String TEXT = text();

  @TempDir Path folder;

  private static String text() {
    try (InputStream in =
        FloatModelJsonTest.class.getResourceAsStream("/json/model-version-1.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FloatNetwork fixture() {
    return new FloatNetwork(
        "fixture \"one\" \u00b5",
        List.of("speed", "door", "rpm"),
        List.of(
            layer(
                "hidden",
                new double[][] {{0.1, -2.5, 1e-300}, {-0.0, 0.1 + 0.2, Double.MIN_VALUE}},
                new double[] {5, -6.25},
                FloatActivation.RELU),
            layer(
                "bounded", new double[][] {{1, -1}}, new double[] {0.5}, FloatActivation.HARD_TANH),
            layer(
                "last",
                new double[][] {{Double.MAX_VALUE}},
                new double[] {-0.125},
                FloatActivation.IDENTITY)),
        List.of("ok", "attack"));
  }

  private static FloatLayer layer(
      String name, double[][] weights, double[] biases, FloatActivation activation) {
    return new FloatLayer(
        name, new Array2DRowRealMatrix(weights), new ArrayRealVector(biases), activation);
  }

  /** The file of version 1 that is read forever: never change it. */
  @Test
  void readsAndWritesTheFixtureOfVersionOne() {
    assertThat(FloatModelJson.parse(TEXT, "fixture")).isEqualTo(fixture());
    assertThat(FloatModelJson.write(fixture())).isEqualTo(TEXT);
  }

  @Test
  void roundTripsRandomNetworksBitByBit() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      FloatNetwork network = random(random);
      String text = FloatModelJson.write(network);
      FloatNetwork again = FloatModelJson.parse(text, "round " + round);
      assertThat(again).isEqualTo(network);
      assertThat(FloatModelJson.write(again)).isEqualTo(text);
    }
  }

  private static FloatNetwork random(Random random) {
    int width = 1 + random.nextInt(5);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names.add("f" + i);
    }
    List<FloatLayer> layers = new ArrayList<>();
    int depth = 1 + random.nextInt(3);
    for (int l = 0; l < depth; l++) {
      double[][] weights = new double[1 + random.nextInt(5)][width];
      double[] biases = new double[weights.length];
      for (int n = 0; n < weights.length; n++) {
        biases[n] = random.nextGaussian();
        for (int i = 0; i < width; i++) {
          double any = Double.longBitsToDouble(random.nextLong());
          weights[n][i] = Double.isFinite(any) ? any : (float) random.nextGaussian();
        }
      }
      FloatActivation[] all = FloatActivation.values();
      FloatActivation activation =
          l == depth - 1 ? FloatActivation.IDENTITY : all[random.nextInt(all.length)];
      layers.add(layer("layer" + l, weights, biases, activation));
      width = weights.length;
    }
    List<String> classes = new ArrayList<>();
    for (int k = 0; k < Math.max(2, width); k++) {
      classes.add("class " + k);
    }
    return new FloatNetwork("random", names, layers, random.nextBoolean() ? classes : List.of());
  }

  @Test
  void offsetAndScaleOfAFeatureAreFoldedIntoTheFirstLayer() {
    String text =
        TEXT.replace("{\"name\": \"door\"}", "{\"scale\": 4, \"name\": \"d\", \"offset\": 3}");
    FloatNetwork network = FloatModelJson.parse(text, "t");
    assertThat(network.featureNames()).containsExactly("speed", "d", "rpm");
    FloatLayer raw = network.layers().get(0);
    FloatLayer scaled = fixture().layers().get(0);
    double[] x = {2, 7.5, -1};
    double[] standardised = {2, (7.5 - 3) / 4, -1};
    assertThat(raw.apply(new ArrayRealVector(x)).toArray())
        .isEqualTo(scaled.apply(new ArrayRealVector(standardised)).toArray());
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(FloatModelJson.write(fixture())).isEqualTo(TEXT);
        assertThat(FloatModelJson.parse(TEXT, "t")).isEqualTo(fixture());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version": 1             | "version": 2              | version: found version 2, which needs a newer hdlgen; expected at most version 1
          "hdlgen-model"           | "hdlgen-network"          | format: found "hdlgen-network"; expected "hdlgen-model"
          "classNames"             | "classes"                 | found the unknown key "classes"; expected no keys but format, version, name, features, layers, classNames
          "activation": "relu"     | "activation": "gelu"      | layers[0].activation: found "gelu"; expected one of identity, relu, sigmoid, tanh, hard_tanh
          "activation": "identity" | "activation": "sigmoid"   | layers[2].activation: found another activation than identity in the last layer
          [5.0, -6.25]             | [5.0]                     | layers[0].biases: found 1 biases; expected 2, one a row of the weights
          [5.0, -6.25]             | [5.0, "x"]                | layers[0].biases[1]: found the string "x"; expected a number
          [5.0, -6.25]             | [5.0, 1e999]              | layers[0].biases[1]: found the number 1e999; expected a number within the range of a double
          [5.0, -6.25]             | [5.0, NaN]                | found text that is not JSON
          [0.1, -2.5, 1.0E-300]    | [0.1, -2.5]               | layers[0].weights[1]: found a row of 3; expected 2, as in the rows before
          [1.0, -1.0]              | [1.0]                     | layers[1].weights: found rows of 1; expected 2 weights a row, one a neuron of layer 0
          {"name": "speed"},       | ``                        | layers[0].weights: found rows of 3; expected 2 weights a row, one a feature
          {"name": "door"}         | {"name": "speed"}         | features: found the name "speed" twice
          {"name": "door"}         | {"scale": 1}              | features[1]: found no key "name"
          {"name": "door"}         | {"name": "door", "scale": 0} | features[1].scale: found 0; expected a number that is not 0
          {"name": "door"}         | {"name": "door", "scale": 1e-320} | features[1]: found an offset or scale that takes a weight out of range
          {"name": "door"}         | {"name": "door", "mean": 0} | features[1]: found the unknown key "mean"
          "ok",                    | ``                        | classNames: found 1 names; expected 2, one a class, or none at all
          "ok",                    | "attack",                 | classNames: found the name "attack" twice
          """)
  void namesPlaceFoundAndExpected(String what, String by, String message) {
    assertThat(TEXT).contains(what);
    String text = TEXT.replaceFirst(Pattern.quote(what), by == null ? "" : by);
    refused(text, message);
  }

  @Test
  void truncatedTextsAreRefused() {
    for (int end = 0; end < TEXT.length() - 2; end++) {
      refused(TEXT.substring(0, end), "m.json");
    }
    refused(
        TEXT.replaceAll("(?s)\"layers\": \\[.*\\],", "\"layers\": [],"), "layers: found no layers");
    refused(TEXT.replaceAll("\\{\"name\": \"[a-z]+\"},?", ""), "features: found no features");
  }

  @Test
  void tellsTheKindsOfFilesApart() throws IOException {
    Path model = Files.writeString(folder.resolve("model.json"), TEXT);
    Path network =
        Files.writeString(
            folder.resolve("network.json"), NetworkJson.write(NetworkJsonTest.fixture()));
    assertThat(JsonModelKind.of(model)).isEqualTo(JsonModelKind.MODEL);
    assertThat(JsonModelKind.of(network)).isEqualTo(JsonModelKind.NETWORK);
    assertThat(FloatModelJson.read(model)).isEqualTo(fixture());
    // The format may come last, and a newer version is for the reader to refuse.
    Files.writeString(
        model, "{\"layers\": [{\"format\": 1}], \"version\": 9, \"format\": \"hdlgen-model\"}");
    assertThat(JsonModelKind.of(model)).isEqualTo(JsonModelKind.MODEL);
  }

  @Test
  void filesOfNoKindAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"format\": \"other\"}");
    assertThatThrownBy(() -> JsonModelKind.of(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "a.json: format: found \"other\"; expected \"hdlgen-network\" or \"hdlgen-model\"");
    Files.writeString(file, "{\"name\": \"x\"}");
    assertThatThrownBy(() -> JsonModelKind.of(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a.json: found no key \"format\"");
    assertThatThrownBy(() -> JsonModelKind.of(folder.resolve("none.json")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.json: found no such file");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> FloatModelJson.parse(text, "m.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
