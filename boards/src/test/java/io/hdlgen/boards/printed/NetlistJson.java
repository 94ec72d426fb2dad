package io.hdlgen.boards.printed;

import java.util.ArrayList;
import java.util.List;

/** Writes netlists as Yosys does, as far as the reader looks. */
final class NetlistJson {
  private final List<String> ports = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();

  NetlistJson input(String name, Object... bits) {
    return port(name, "input", bits);
  }

  NetlistJson output(String name, Object... bits) {
    return port(name, "output", bits);
  }

  private NetlistJson port(String name, String direction, Object... bits) {
    ports.add(
        "\"%s\": {\"direction\": \"%s\", \"bits\": %s}".formatted(name, direction, list(bits)));
    return this;
  }

  /**
   * @param pins names and bits by turns
   */
  NetlistJson cell(String name, String type, Object... pins) {
    List<String> connections = new ArrayList<>();
    for (int i = 0; i < pins.length; i += 2) {
      connections.add("\"%s\": %s".formatted(pins[i], list(pins[i + 1])));
    }
    cells.add(
        "\"%s\": {\"type\": \"%s\", \"connections\": {%s}}"
            .formatted(name, type, String.join(", ", connections)));
    return this;
  }

  private static String list(Object... bits) {
    List<String> texts = new ArrayList<>();
    for (Object bit : bits) {
      texts.add(bit instanceof Integer ? bit.toString() : "\"" + bit + "\"");
    }
    return texts.toString();
  }

  @Override
  public String toString() {
    return "{\"creator\": \"test\", \"modules\": {\"top\": {\"ports\": {%s}, \"cells\": {%s}}}}"
        .formatted(String.join(", ", ports), String.join(", ", cells));
  }

  GateNetlist read() {
    return GateNetlistReader.read(toString(), "top", SmallLibrary.LIBRARY, "n.json");
  }
}
