package io.hdlgen.quantizer.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Rounding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What docs/formats says is what the reader and the writer do. */
class FormatDocumentationTest {
  private final ObjectMapper mapper = new ObjectMapper();

  private static Path formats() {
    String root = System.getProperty("project.root");
    Path from = root == null ? Path.of("") : Path.of(root);
    for (Path at = from.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("docs/formats"))) {
        return at.resolve("docs/formats");
      }
    }
    throw new IllegalStateException("no docs/formats at or above " + from);
  }

  @Test
  void theExampleOnThePageIsCanonical() throws IOException {
    String page = Files.readString(formats().resolve("network.md"));
    String example = page.split("```json\n", 2)[1].split("```", 2)[0];
    assertThat(NetworkJson.write(NetworkJson.parse(example, "network.md"))).isEqualTo(example);
  }

  @Test
  void theSchemaHasTheKeysAndNamesOfTheReader() throws IOException {
    JsonNode schema = mapper.readTree(formats().resolve("network.schema.json").toFile());
    JsonNode fixture = mapper.readTree(NetworkJson.write(NetworkJsonTest.fixture()));
    JsonNode types = schema.get("$defs");
    same(schema, fixture);
    JsonNode plain = types.get("feature").deepCopy();
    assertThat(((ObjectNode) plain.get("properties")).remove("levels")).isNotNull();
    same(plain, fixture.at("/inputs/0"));
    JsonNode newer = mapper.readTree(NetworkJson.write(NetworkJsonTest.approximateFixture()));
    same(types.get("layer"), newer.at("/layers/0"), "arithmetic");
    same(types.at("/arithmetic/oneOf/0"), newer.at("/layers/0/arithmetic"));
    same(types.at("/arithmetic/oneOf/1"), newer.at("/layers/1/arithmetic"));
    same(types.get("group"), newer.at("/layers/1/arithmetic/groups/0/0"));
    same(types.at("/decision/oneOf/0"), newer.get("decision"), "tournament");
    same(types.at("/activation/oneOf/0"), fixture.at("/layers/2/activation"));
    same(types.at("/activation/oneOf/1"), fixture.at("/layers/1/activation"));
    same(types.at("/activation/oneOf/2"), fixture.at("/layers/0/activation"));
    same(types.at("/decision/oneOf/1"), fixture.get("decision"));
    JsonNode feature = types.at("/feature/properties");
    assertThat(texts(feature.at("/encoding/enum"))).isEqualTo(names(Encoding.values()));
    assertThat(texts(feature.at("/rounding/enum"))).isEqualTo(names(Rounding.values()));
    assertThat(texts(schema.at("/properties/version/enum")))
        .isEqualTo(
            IntStream.rangeClosed(1, NetworkJson.VERSION).mapToObj("%d"::formatted).toList());
    for (IntegerNetwork network : BitNetworks.decisions()) {
      JsonNode decision = mapper.readTree(NetworkJson.write(network)).get("decision");
      int schemaOf = List.of("table", "diagram", "logic").indexOf(decision.get("kind").asText());
      same(types.at("/decision/oneOf/" + (3 + schemaOf)), decision);
      if (decision.at("/nodes/0").isObject()) {
        same(types.get("node"), decision.at("/nodes/0"));
      }
    }
    assertThat(schema.at("/properties/layers/maxItems").asInt())
        .isEqualTo(NetworkReader.MAX_LAYERS);
    assertThat(schema.at("/properties/inputs/maxItems").asInt())
        .isEqualTo(NetworkReader.MAX_FEATURES);
  }

  @Test
  void theExampleModelOnThePageIsCanonical() throws IOException {
    String page = Files.readString(formats().resolve("model.md"));
    String example = page.split("```json\n", 2)[1].split("```", 2)[0];
    assertThat(FloatModelJson.write(FloatModelJson.parse(example, "model.md"))).isEqualTo(example);
  }

  @Test
  void theSchemaOfModelsHasTheKeysAndNamesOfTheReader() throws IOException {
    JsonNode schema = mapper.readTree(formats().resolve("model.schema.json").toFile());
    JsonNode fixture = mapper.readTree(FloatModelJson.write(FloatModelJsonTest.fixture()));
    JsonNode types = schema.get("$defs");
    same(schema, fixture);
    same(types.get("layer"), fixture.at("/layers/0"));
    assertThat(texts(types.at("/layer/properties/activation/enum")))
        .isEqualTo(names(FloatActivation.values()));
    assertThat(schema.at("/properties/version/const").asInt()).isEqualTo(FloatModelJson.VERSION);
    assertThat(schema.at("/properties/layers/maxItems").asInt())
        .isEqualTo(NetworkReader.MAX_LAYERS);
    assertThat(schema.at("/properties/features/maxItems").asInt())
        .isEqualTo(NetworkReader.MAX_FEATURES);
  }

  @Test
  void theNewerLayersOnThePageAreCanonical() throws IOException {
    String page = Files.readString(formats().resolve("network.md"));
    String layers = page.split("```json\n", 3)[2].split("\n```", 2)[0];
    assertThat(NetworkJson.write(NetworkJsonTest.approximateFixture())).contains(layers);
  }

  private static void same(JsonNode schema, JsonNode object, String... optional) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    List<String> properties = new ArrayList<>();
    schema.get("properties").fieldNames().forEachRemaining(properties::add);
    assertThat(properties).isEqualTo(keys);
    keys.removeAll(List.of(optional));
    assertThat(texts(schema.get("required"))).isEqualTo(keys);
    assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
