package io.hdlgen.flow.equivalence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hdlgen.flow.equivalence.CellNetlist.Cell;
import io.hdlgen.flow.equivalence.CellNetlist.Port;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@code write_json} of Yosys writes, in a stream: the files are large. */
final class YosysJson {
  private final JsonParser parser;
  private int undefined;

  private YosysJson(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The modules by name.
   *
   * @throws IOException if the file is unreadable or no such JSON
   */
  static Map<String, CellNetlist> read(Path file) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      parser.nextToken();
      Map<String, CellNetlist> modules = new LinkedHashMap<>();
      YosysJson reader = new YosysJson(parser);
      reader.object(
          key -> {
            if (key.equals("modules")) {
              reader.object(name -> modules.put(name, reader.module()));
            } else {
              parser.skipChildren();
            }
          });
      return modules;
    }
  }

  /** Reads the value of one key. */
  private interface Entry {
    void read(String key) throws IOException;
  }

  /** Reads an object whose brace has been read, each value being the current token in turn. */
  private void object(Entry entry) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IOException("expected an object at " + parser.currentLocation());
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      entry.read(key);
    }
  }

  private CellNetlist module() throws IOException {
    Map<String, Port> ports = new LinkedHashMap<>();
    List<Cell> cells = new ArrayList<>();
    Map<String, int[]> names = new LinkedHashMap<>();
    object(
        key -> {
          switch (key) {
            case "ports" -> object(name -> ports.put(name, port()));
            case "cells" -> object(name -> cells.add(cell(name)));
            case "netnames" -> object(name -> name(name, names));
            default -> parser.skipChildren();
          }
        });
    return new CellNetlist(ports, cells, names);
  }

  private Port port() throws IOException {
    String[] direction = new String[1];
    int[][] bits = new int[1][];
    object(
        key -> {
          switch (key) {
            case "direction" -> direction[0] = parser.getText();
            case "bits" -> bits[0] = bits();
            default -> parser.skipChildren();
          }
        });
    return new Port("input".equals(direction[0]), bits[0]);
  }

  private Cell cell(String name) throws IOException {
    String[] type = new String[1];
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, int[]> connections = new LinkedHashMap<>();
    object(
        key -> {
          switch (key) {
            case "type" -> type[0] = parser.getText();
            case "parameters" -> object(parameter -> parameters.put(parameter, parser.getText()));
            case "connections" -> object(port -> connections.put(port, bits()));
            default -> parser.skipChildren();
          }
        });
    return new Cell(name, type[0], parameters, connections);
  }

  private void name(String name, Map<String, int[]> names) throws IOException {
    boolean[] hidden = new boolean[1];
    object(
        key -> {
          switch (key) {
            case "hide_name" -> hidden[0] = parser.getIntValue() != 0;
            case "bits" -> {
              if (hidden[0]) {
                parser.skipChildren();
              } else {
                names.put(name, bits());
              }
            }
            default -> parser.skipChildren();
          }
        });
  }

  private int[] bits() throws IOException {
    int[] bits = new int[8];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (count == bits.length) {
        bits = Arrays.copyOf(bits, 2 * count);
      }
      bits[count++] =
          parser.currentToken() == JsonToken.VALUE_NUMBER_INT
              ? parser.getIntValue()
              : switch (parser.getText()) {
                case "0" -> CellNetlist.ZERO;
                case "1" -> CellNetlist.ONE;
                // Each undefined bit is one of its own.
                default -> --undefined;
              };
    }
    return Arrays.copyOf(bits, count);
  }
}
