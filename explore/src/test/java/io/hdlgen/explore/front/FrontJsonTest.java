package io.hdlgen.explore.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.design.SchemaCheck;
import io.hdlgen.flow.design.SchemaKeys;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code front.json}: written, read again, refused, documented. */
class FrontJsonTest {
  private static final Path SCHEMA = DesignFixture.schema("front.json");
  private static final String TEXT = FrontJson.write(FrontFixture.front());

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadBack() {
    for (Front front : List.of(FrontFixture.front(), FrontFixture.untested())) {
      String text = FrontJson.write(front);
      Front read = FrontReader.parse(text, "front.json");
      assertThat(FrontJson.write(read)).isEqualTo(text);
      assertThat(read.classNames()).isEqualTo(front.classNames());
      assertThat(read.featureNames()).isEqualTo(front.featureNames());
      assertThat(read.recommendedPoint().recipe()).isEqualTo(front.recommendedPoint().recipe());
      assertThat(read.recommendedPoint().test().isPresent())
          .isEqualTo(front.recommendedPoint().test().isPresent());
      assertThat(read.trees()).hasSameSizeAs(front.trees());
      assertThat(read.references()).isEqualTo(front.references());
    }
  }

  @Test
  void balancedAccuraciesWithoutIntervalsComeBack() throws IOException {
    FrontPoint point = FrontFixture.front().points().get(0);
    Quality mean = new Quality(100, 0.9, 0.8, 0.95, 0.7);
    Front front =
        FrontFixture.with(
            FrontFixture.front(),
            List.of(
                new FrontPoint(
                    "p9",
                    point.network(),
                    point.sha256(),
                    "made up",
                    point.train(),
                    mean,
                    point.test(),
                    point.cost())),
            List.of());
    String text = FrontJson.write(front);
    assertThat(FrontReader.parse(text, "front.json").points().get(0).validation()).isEqualTo(mean);
    assertThat(SchemaCheck.problems(SCHEMA, text)).isEmpty();
  }

  @Test
  void anIntervalIsWholeOrNotThere() {
    String wrong = TEXT.replaceFirst("\"balancedLow\": [0-9.]+", "\"balancedLow\": null");
    assertThatThrownBy(() -> FrontReader.parse(wrong, "front.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("train: balancedHigh: found ")
        .hasMessageContaining("; expected null, as balancedLow is");
  }

  @Test
  void scriptsFindTheirKeys() throws IOException {
    JsonNode point = new ObjectMapper().readTree(TEXT).at("/front/5");
    assertThat(point.get("accuracy").asDouble()).isEqualTo(0.5917);
    assertThat(point.get("balancedAccuracy").asDouble()).isEqualTo(0.271);
    assertThat(point.get("areaCm2").asDouble()).isEqualTo(0.0662);
    assertThat(point.get("powerMw").asDouble()).isEqualTo(0.21846);
    assertThat(point.get("design").asText()).isEqualTo("designs/p5");
    assertThat(point.get("accuracyOf").asText()).isEqualTo("test");
    JsonNode untested =
        new ObjectMapper().readTree(FrontJson.write(FrontFixture.untested())).at("/front/5");
    assertThat(untested.get("accuracyOf").asText()).isEqualTo("validation");
    assertThat(untested.get("accuracy").asDouble()).isEqualTo(0.6017);
    assertThat(untested.get("test").isNull()).isTrue();
  }

  @Test
  void theBytesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(FrontJson.write(FrontFixture.front())).isEqualTo(TEXT);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1         | \"version\": 2        | newer hdlgen",
        "\"hdlgen-front\"       | \"hdlgen-fronts\"     | format",
        "\"evaluated\": 4312    | \"evaluated\": -1     | evaluated",
        "\"evaluated\": 4312    | \"evaluation\": 4312  | key evaluation",
        "\"recommended\": \"p5\"| \"recommended\": \"x\"| the id of a point",
        "\"id\": \"p4\"         | \"id\": \"p5\"        | each id once",
        "\"accuracy\": 0.5917   | \"accuracy\": 0.5918  | as the other keys say",
        "\"design\": \"designs/p5\" | \"design\": \"p5\" | designs/p5, as the other keys say",
        "\"areaCm2\": 2.81      | \"areaCm2\": -2.81    | a number from 0.0 up",
        "\"mismatches\": 0      | \"mismatches\": 3     | passed",
        "\"frequentLow\": 0.1  | \"frequentLow\": 1.1  | from 0.0 to 1.0",
        "\"rows\": 480          | \"rows\": 0           | rows",
        "\"majorityBaseline\": 0.417 | \"majorityBaseline\": 41.7 | from 0.0 to 1.0"
      })
  void whatIsWrongIsRefused(String from, String to, String message) {
    assertThat(TEXT).contains(from);
    int place = TEXT.indexOf(from);
    String wrong = TEXT.substring(0, place) + to + TEXT.substring(place + from.length());
    assertThatThrownBy(() -> FrontReader.parse(wrong, "front.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("front.json")
        .hasMessageContaining(message);
  }

  /** In every object that the file holds, however deep. */
  @Test
  void keysThatNobodyKnowsAreRefused() {
    List<Integer> objects =
        IntStream.range(0, TEXT.length())
            .filter(place -> TEXT.charAt(place) == '{')
            .boxed()
            .toList();
    assertThat(objects).hasSizeGreaterThan(20);
    for (int place : objects) {
      String wrong = TEXT.substring(0, place + 1) + "\"colour\": 1, " + TEXT.substring(place + 1);
      assertThatThrownBy(() -> FrontReader.parse(wrong, "front.json"))
          .as(wrong.substring(Math.max(0, place - 40), place + 40))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("front.json")
          .hasMessageContaining("found key colour; expected ");
    }
  }

  @Test
  void filesAreReadOrRefusedByName() throws IOException {
    Path file = folder.resolve("front.json");
    assertThatThrownBy(() -> FrontReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no such file");
    Files.writeString(file, TEXT);
    assertThat(FrontJson.write(FrontReader.read(file))).isEqualTo(TEXT);
    Files.write(file, new byte[] {'{', (byte) 0xFF});
    assertThatThrownBy(() -> FrontReader.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void theSchemaIsWhatIsWritten() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (Front front : List.of(FrontFixture.front(), FrontFixture.untested())) {
      assertThat(SchemaCheck.problems(SCHEMA, FrontJson.write(front))).isEmpty();
    }
    JsonNode schema = mapper.readTree(SCHEMA.toFile());
    JsonNode object = mapper.readTree(TEXT);
    SchemaKeys.same(schema, object, List.of());
    SchemaKeys.same(schema.at("/$defs/point"), object.at("/front/0"), List.of());
    SchemaKeys.same(schema.at("/$defs/quality"), object.at("/trees/0/train"), List.of());
    SchemaKeys.same(schema.at("/$defs/tested"), object.at("/trees/0/test"), List.of());
    SchemaKeys.same(schema.at("/$defs/cost"), object.at("/front/0/cost"), List.of());
    SchemaKeys.same(
        schema.at("/$defs/verification"), object.at("/front/5/verification"), List.of());
    SchemaKeys.same(schema.at("/$defs/reference"), object.at("/references/0"), List.of());
  }

  @Test
  void thePageExplainsEveryKey() throws IOException {
    SchemaKeys.explained(SCHEMA, DesignFixture.page("formats/front.md"));
  }
}
