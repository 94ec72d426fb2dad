package io.hdlgen.quantizer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.RandomNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkJsonTest {
  @TempDir Path folder;

  static IntegerNetwork fixture() {
    return new IntegerNetwork(
        "fixture \"one\" \u00b5",
        List.of(
            new InputFeature("speed", 4, Encoding.SIGNED, -7, 7, 0.1, -1.5, Rounding.HALF_EVEN),
            InputFeature.filling("door", 1, Encoding.BIPOLAR, 1, 0, Rounding.FLOOR),
            InputFeature.filling("rpm", 8, Encoding.UNSIGNED, -5e-324, 1e300, Rounding.UP)),
        List.of(
            new DenseLayer(
                "hidden",
                LongMatrix.of(new long[][] {{1, -2, 3}, {0, 0, 0}}),
                LongVector.of(5, -6),
                new Activation.MultiThreshold(
                    -1, 2, LongMatrix.of(new long[][] {{-4, 4}, {7, 7}}))),
            new DenseLayer(
                "relu",
                LongMatrix.of(new long[][] {{1, 1}, {2, -1}}),
                LongVector.of(0, 0),
                new Activation.ShiftRelu(1, 3)),
            new DenseLayer(
                "last",
                LongMatrix.of(new long[][] {{1, -1}, {-1, 1}}),
                LongVector.of(0, 9),
                new Activation.Identity())),
        new Decision.ArgMax(LongVector.of(3, 1), LongVector.of(0, -1_000_000_000_000L)),
        List.of("ok", "attack"));
  }

  /** The file of version 1 that is read forever: never change it. */
  @Test
  void readsAndWritesTheFixtureOfVersionOne() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/json/network-version-1.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(NetworkJson.parse(text, "fixture")).isEqualTo(fixture());
      assertThat(NetworkJson.write(fixture())).isEqualTo(text);
    }
  }

  static IntegerNetwork approximateFixture() {
    return new IntegerNetwork(
        "approximate",
        List.of(
            InputFeature.filling("a", 4, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR),
            InputFeature.filling("b", 4, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR)),
        List.of(
            new DenseLayer(
                "masked",
                LongMatrix.of(new long[][] {{4, -2}, {1, 1}, {-1, 8}}),
                LongVector.of(3, 0, -1),
                new Activation.ShiftRelu(2, 3),
                new Arithmetic.MaskedSummands(
                    LongMatrix.of(new long[][] {{-8, -4}, {-1, -1}, {-1, 96}}), true)),
            new DenseLayer(
                "counted",
                LongMatrix.of(new long[][] {{1, 1, -1}, {-1, 1, -1}, {0, 2, 1}}),
                LongVector.of(0, 1, 2),
                new Activation.Identity(),
                new Arithmetic.SaturatedGroups(
                    List.of(
                        List.of(new Arithmetic.Group(List.of(0, 1), 1)),
                        List.of(
                            new Arithmetic.Group(List.of(2, 0), 5),
                            new Arithmetic.Group(List.of(1), 2)),
                        List.of())))),
        new Decision.ArgMax(
            LongVector.of(1, 1, 1),
            LongVector.of(0, 0, 0),
            List.of(new Match(2, 0, -2), new Match(1, 3, 7))),
        List.of("x", "y", "z"));
  }

  /** A file of version 2 that is read forever: never change it. */
  @Test
  void readsAndWritesTheFixtureOfVersionTwo() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/json/network-version-2-sums.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(NetworkJson.parse(text, "fixture")).isEqualTo(approximateFixture());
      assertThat(NetworkJson.write(approximateFixture())).isEqualTo(text);
    }
  }

  @Test
  void groupsAreWrittenInOneOrder() {
    LongMatrix weights = LongMatrix.of(new long[][] {{1, 1, 1, -1}});
    List<Arithmetic.Group> groups =
        List.of(new Arithmetic.Group(List.of(3), 2), new Arithmetic.Group(List.of(2, 0), 1));
    DenseLayer layer =
        new DenseLayer(
            "l",
            weights,
            LongVector.of(0),
            new Activation.Identity(),
            new Arithmetic.SaturatedGroups(List.of(groups)));
    assertThat(layer.arithmetic().toString()).contains("inputs=[0, 2], cap=1], Group[inputs=[3]");
  }

  @Test
  void roundTripsRandomNetworks() {
    for (int seed = 0; seed < 300; seed++) {
      IntegerNetwork network = new RandomNetworks(seed).next();
      String text = NetworkJson.write(network);
      IntegerNetwork again = NetworkJson.parse(text, "seed " + seed);
      assertThat(again).isEqualTo(network);
      assertThat(NetworkJson.write(again)).isEqualTo(text);
    }
  }

  @Test
  void roundTripsApproximateNetworks() {
    for (int seed = 0; seed < 300; seed++) {
      IntegerNetwork network = new RandomNetworks(seed).nextApproximate();
      String text = NetworkJson.write(network);
      IntegerNetwork again = NetworkJson.parse(text, "seed " + seed);
      assertThat(again).isEqualTo(network);
      assertThat(NetworkJson.write(again)).isEqualTo(text);
      boolean isNew = text.contains("\"arithmetic\"") || text.contains("\"tournament\"");
      assertThat(text).contains("\"version\": " + (isNew ? 2 : 1) + ",");
    }
  }

  @Test
  void roundTripsDecisionsOfEachKind() {
    LongVector one = LongVector.of(1);
    LongVector zero = LongVector.of(Long.MIN_VALUE / 4);
    for (Decision decision :
        List.of(
            new Decision.ArgMax(one, zero),
            new Decision.Threshold(one, zero, -3),
            new Decision.Scores(one, zero))) {
      List<String> names = List.of("a", "b").subList(0, decision.onScores().classes());
      IntegerNetwork network =
          new IntegerNetwork(
              "d",
              fixture().inputs(),
              List.of(
                  new DenseLayer(
                      "l",
                      LongMatrix.of(new long[][] {{1, 2, 3}}),
                      zero,
                      new Activation.MultiThreshold(
                          0, 1, LongMatrix.ofRows(List.of(LongVector.of()), 0)))),
              decision,
              names);
      assertThat(NetworkJson.parse(NetworkJson.write(network), "d")).isEqualTo(network);
    }
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String text = NetworkJson.write(fixture());
    try {
      for (String tag : List.of("tr-TR", "ar-EG", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(NetworkJson.write(fixture())).isEqualTo(text);
        assertThat(NetworkJson.parse(text, "t")).isEqualTo(fixture());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void doublesAreShortestAndExact() {
    assertThat(scaleLine(2e-3)).contains("\"scale\": 0.002,");
    assertThat(scaleLine(2.0E-3 * 3)).contains("\"scale\": 0.006,");
    assertThat(scaleLine(2e23)).contains("\"scale\": 2.0E23,");
    assertThat(scaleLine(1.0 / 1024)).contains("\"scale\": 9.765625E-4,");
    assertThat(scaleLine(Double.MIN_VALUE)).contains("\"scale\": 4.9E-324,");
  }

  private static String scaleLine(double scale) {
    InputFeature feature =
        InputFeature.filling("x", 2, Encoding.SIGNED, scale, -0.0, Rounding.HALF_EVEN);
    IntegerNetwork network =
        new IntegerNetwork(
            "n",
            List.of(feature),
            List.of(
                new DenseLayer(
                    "l",
                    LongMatrix.of(new long[][] {{1}}),
                    LongVector.of(0),
                    new Activation.Identity())),
            new Decision.Scores(LongVector.of(1), LongVector.of(0)),
            List.of());
    String text = NetworkJson.write(network);
    assertThat(NetworkJson.parse(text, "t")).isEqualTo(network);
    return text;
  }

  @Test
  void readsFiles() throws IOException {
    Path file = folder.resolve("network.json");
    Files.writeString(file, NetworkJson.write(fixture()));
    assertThat(NetworkJson.read(file)).isEqualTo(fixture());
  }

  @Test
  void filesThatAreNotNetworksAreTheUsersToMend() throws IOException {
    refused(folder.resolve("none.json"), "none.json: found no such file");
    refused(folder, "found something that is not a file");
    Path bytes = folder.resolve("bytes.json");
    Files.write(bytes, new byte[] {'{', (byte) 0xff, (byte) 0xfe});
    refused(bytes, "bytes.json: found bytes that are not UTF-8");
    Path huge = folder.resolve("huge.json");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(NetworkJson.MAX_BYTES + 1);
    }
    refused(huge, "huge.json: found 268435457 bytes; expected a network.json of at most 268435456");
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> NetworkJson.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
