package io.hdlgen.flow.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Checks JSON against the part of JSON Schema that docs/formats uses; any other keyword fails, so
 * that no rule is passed over.
 */
public final class SchemaCheck {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final JsonNode root;
  private final List<String> problems = new ArrayList<>();

  private SchemaCheck(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a text: one entry a problem. */
  public static List<String> problems(Path schema, String text) throws IOException {
    JsonNode root = MAPPER.readTree(schema.toFile());
    SchemaCheck check = new SchemaCheck(root);
    check.value(root, MAPPER.readTree(text), "$");
    return check.problems;
  }

  private void value(JsonNode schema, JsonNode value, String place) {
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (!holds(entry.getKey(), entry.getValue(), value, place)) {
        problems.add(place + ": " + value + " against " + entry.getKey() + " " + entry.getValue());
      }
    }
    if (value.isObject() && schema.has("properties")) {
      members(schema, value, place);
    } else if (value.isObject() && schema.path("additionalProperties").isObject()) {
      value
          .properties()
          .forEach(
              member ->
                  value(
                      schema.get("additionalProperties"),
                      member.getValue(),
                      place + "." + member.getKey()));
    }
  }

  private boolean holds(String keyword, JsonNode rule, JsonNode value, String place) {
    switch (keyword) {
      case "$ref":
        value(root.at(rule.asText().substring(1)), value, place);
        return true;
      case "items":
        for (int i = 0; i < value.size(); i++) {
          value(rule, value.get(i), place + "[" + i + "]");
        }
        return true;
      case "type":
        return rule.isArray() ? any(rule, type -> isA(type, value)) : isA(rule, value);
      case "const":
        return rule.equals(value);
      case "enum":
        return any(rule, value::equals);
      case "pattern":
        return !value.isTextual() || Pattern.compile(rule.asText()).matcher(value.asText()).find();
      case "required":
        return !value.isObject() || !any(rule, key -> !value.has(key.asText()));
      case "minItems":
        return value.size() >= rule.asInt();
      case "maxItems":
        return value.size() <= rule.asInt();
      case "minimum":
        return !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) >= 0;
      case "maximum":
        return !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) <= 0;
      case "exclusiveMinimum":
        return !value.isNumber() || value.decimalValue().compareTo(rule.decimalValue()) > 0;
      case "$schema", "$defs", "title", "properties", "additionalProperties":
        return true;
      default:
        throw new IllegalArgumentException("keyword " + keyword + " at " + place);
    }
  }

  private void members(JsonNode schema, JsonNode value, String place) {
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode rule = schema.get("properties").get(member.getKey());
      if (rule != null) {
        value(rule, member.getValue(), place + "." + member.getKey());
      } else if (!schema.path("additionalProperties").asBoolean(true)) {
        problems.add(place + ": key " + member.getKey());
      }
    }
  }

  private static boolean any(JsonNode array, Predicate<JsonNode> condition) {
    return StreamSupport.stream(array.spliterator(), false).anyMatch(condition);
  }

  private static boolean isA(JsonNode type, JsonNode value) {
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("type " + type);
    };
  }
}
