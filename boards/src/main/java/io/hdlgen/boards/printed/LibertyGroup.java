package io.hdlgen.boards.printed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A group of a Liberty file: {@code type (arguments) { attributes and groups }}. */
final class LibertyGroup {
  private final String type;
  private final String argument;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<LibertyGroup> groups = new ArrayList<>();

  LibertyGroup(String type, String argument) {
    this.type = type;
    this.argument = argument;
  }

  String type() {
    return type;
  }

  /** What stands in the parentheses, without quotes. */
  String argument() {
    return argument;
  }

  /** An attribute: what stands behind its colon or in its parentheses, without quotes. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  List<LibertyGroup> groups(String wanted) {
    return groups.stream().filter(group -> group.type.equals(wanted)).toList();
  }

  boolean has(String wanted) {
    return groups.stream().anyMatch(group -> group.type.equals(wanted));
  }

  void put(String name, String value) {
    attributes.put(name, value);
  }

  void add(LibertyGroup group) {
    groups.add(group);
  }
}
