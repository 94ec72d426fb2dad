package io.hdlgen.flow.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys of schemas, objects and pages are the same. */
public final class SchemaKeys {
  private SchemaKeys() {}

  /**
   * Checks that a schema has the keys of an object, in the same order.
   *
   * @param optional keys that may be missing
   */
  public static void same(JsonNode schema, JsonNode object, List<String> optional) {
    List<String> properties = keys(schema.get("properties"));
    List<String> always = keys(object);
    assertThat(properties).containsSubsequence(always).containsAll(optional);
    assertThat(properties).allMatch(key -> always.contains(key) || optional.contains(key));
    properties.removeAll(optional);
    assertThat(texts(schema.get("required"))).isEqualTo(properties);
    assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
  }

  /** Checks that a section of a page names every key of a schema as code. */
  public static void explained(Path schema, String section) throws IOException {
    JsonNode root = new ObjectMapper().readTree(schema.toFile());
    for (JsonNode properties : root.findValues("properties")) {
      assertThat(keys(properties)).allSatisfy(key -> assertThat(section).contains("`" + key + "`"));
    }
  }

  /** The texts in an array. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
