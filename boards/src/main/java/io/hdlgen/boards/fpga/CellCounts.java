package io.hdlgen.boards.fpga;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.hdlgen.boards.plan.ToolReportException;
import java.io.IOException;
import java.io.Reader;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the cells of a netlist that Yosys has written as JSON, of any size. */
public final class CellCounts {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CellCounts() {}

  /**
   * Number of cells by type, in one module.
   *
   * @param module its name
   * @param report what messages call the text
   * @throws ToolReportException if there is no such module in the text, or no netlist
   */
  public static SortedMap<String, Long> of(Reader text, String module, String report) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT
          && enter(parser, "modules")
          && enter(parser, module)
          && enter(parser, "cells")) {
        return types(parser);
      }
      throw new ToolReportException(report, "it has no cells of module " + module);
    } catch (JsonProcessingException e) {
      throw new ToolReportException(report, e.getOriginalMessage());
    } catch (IOException e) {
      throw new ToolReportException(report, e.getMessage());
    }
  }

  /** Goes into the object of that key; false if the object has none. */
  private static boolean enter(JsonParser parser, String key) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = key.equals(parser.currentName());
      JsonToken value = parser.nextToken();
      if (found) {
        return value == JsonToken.START_OBJECT;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static SortedMap<String, Long> types(JsonParser parser) throws IOException {
    SortedMap<String, Long> counts = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean type = "type".equals(parser.currentName());
        parser.nextToken();
        if (type) {
          String name = parser.getText();
          // Yosys's own bookkeeping, where it is newer.
          if (!name.equals("$scopeinfo")) {
            counts.merge(name, 1L, Long::sum);
          }
        }
        parser.skipChildren();
      }
    }
    return counts;
  }
}
