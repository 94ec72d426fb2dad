package io.hdlgen.quantizer.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs testbenches/conformance, whose README.md describes the files. */
class ConformanceTest {

  private static Path conformance() {
    String root = System.getProperty("project.root");
    Path from = root == null ? Path.of("") : Path.of(root);
    for (Path at = from.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("testbenches/conformance"))) {
        return at.resolve("testbenches/conformance");
      }
    }
    throw new IllegalStateException("no testbenches/conformance at or above " + from);
  }

  static List<Path> folders() throws IOException {
    try (Stream<Path> entries = Files.list(conformance())) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void thereAreManyCases() throws IOException {
    assertThat(folders()).hasSizeGreaterThanOrEqualTo(19);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void networkFileIsCanonical(Path folder) throws IOException {
    Path file = folder.resolve("network.json");
    assertThat(NetworkJson.write(NetworkJson.read(file))).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyVectorGivesWhatIsExpected(Path folder) throws IOException {
    IntegerNetwork network = NetworkJson.read(folder.resolve("network.json"));
    JsonNode file = new ObjectMapper().readTree(folder.resolve("vectors.json").toFile());
    ReferenceModel model = new ReferenceModel(network);
    assertThat(file.get("vectors").size()).isGreaterThanOrEqualTo(3);
    for (JsonNode vector : file.get("vectors")) {
      String place = folder.getFileName() + " " + vector.get("inputs");
      long[] codes = codes(network, vector.get("inputs"));
      Inference inference = model.infer(codes);
      LongVector scores = vector(vector.get("scores"));
      assertThat(LongVector.of(codes)).as(place).isEqualTo(vector(vector.get("codes")));
      assertThat(inference.accumulators()).as(place).isEqualTo(rows(vector.get("accumulators")));
      assertThat(inference.values()).as(place).isEqualTo(rows(vector.get("values")));
      assertThat(inference.scores()).as(place).isEqualTo(scores);
      assertThat(inference.classIndex()).as(place).isEqualTo(vector.get("class").asInt(-1));
      assertThat(LongVector.of(model.scores(new long[][] {codes}, 1)[0])).isEqualTo(scores);

      Beat input = inputBeat(network, codes);
      assertThat(input.hex()).as(place).isEqualTo(vector.get("inputBeat").asText());
      assertThat(input.fields).isEqualTo(fields(file.get("inputFields")));
      Beat result = resultBeat(network, inference);
      assertThat(result.hex()).as(place).isEqualTo(vector.get("resultBeat").asText());
      assertThat(result.fields).isEqualTo(fields(file.get("resultFields")));
    }
  }

  private static long[] codes(IntegerNetwork network, JsonNode inputs) {
    long[] codes = new long[inputs.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = network.inputs().get(i).encode(inputs.get(i).asDouble());
    }
    return codes;
  }

  private static Beat inputBeat(IntegerNetwork network, long[] codes) {
    Beat beat = new Beat();
    for (int i = 0; i < codes.length; i++) {
      InputFeature feature = network.inputs().get(i);
      long bits =
          switch (feature.encoding()) {
            case UNSIGNED, SIGNED -> codes[i];
            case BIPOLAR -> (codes[i] + 1) / 2;
            case THERMOMETER -> (1L << codes[i]) - 1;
          };
      beat.add(feature.name(), feature.fieldBits(), bits);
    }
    return beat;
  }

  private static Beat resultBeat(IntegerNetwork network, Inference inference) {
    Beat beat = new Beat();
    if (network.classes() > 0) {
      int width = new Interval(0, network.classes() - 1).width();
      beat.add("class", width, inference.classIndex());
    }
    List<Interval> ranges = NetworkRanges.of(network).scores();
    for (int k = 0; k < ranges.size(); k++) {
      assertThat(ranges.get(k).contains(inference.scores().get(k))).isTrue();
      beat.add("score_" + k, ranges.get(k).width(), inference.scores().get(k));
    }
    return beat;
  }

  private static List<String> fields(JsonNode fields) {
    List<String> list = new ArrayList<>();
    for (JsonNode field : fields) {
      list.add(field.get("name").asText() + " " + field.get("low") + " " + field.get("width"));
    }
    return list;
  }

  private static LongVector vector(JsonNode numbers) {
    long[] values = new long[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).longValue();
    }
    return LongVector.of(values);
  }

  private static List<LongVector> rows(JsonNode rows) {
    List<LongVector> list = new ArrayList<>();
    rows.forEach(row -> list.add(vector(row)));
    return list;
  }

  /** A beat under construction, the next field above those that are there. */
  private static final class Beat {
    private final List<String> fields = new ArrayList<>();
    private BigInteger bits = BigInteger.ZERO;
    private int width;

    void add(String name, int fieldWidth, long value) {
      BigInteger mask = BigInteger.ONE.shiftLeft(fieldWidth).subtract(BigInteger.ONE);
      bits = bits.or(BigInteger.valueOf(value).and(mask).shiftLeft(width));
      fields.add(name + " " + width + " " + fieldWidth);
      width += fieldWidth;
    }

    String hex() {
      String digits = bits.toString(16);
      return "0".repeat((width + 7) / 8 * 2 - digits.length()) + digits;
    }
  }
}
