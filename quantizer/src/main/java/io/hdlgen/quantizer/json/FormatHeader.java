package io.hdlgen.quantizer.json;

import java.util.List;
import java.util.Set;

/**
 * The keys {@code format} and {@code version}, which are looked at before all others: a file of a
 * newer version is to be refused as that, not for the first key that is new in it.
 */
final class FormatHeader {
  private final JsonCursor json;
  private final String format;
  private final int newest;
  private boolean hasFormat;
  private boolean hasVersion;
  private int version;

  private FormatHeader(JsonCursor json, String format, int newest) {
    this.json = json;
    this.format = format;
    this.newest = newest;
  }

  /**
   * The version of an object; refuses one of another format, or of a version that is not {@code 1
   * .. newest}.
   */
  static int check(JsonCursor json, String format, int newest) {
    FormatHeader header = new FormatHeader(json, format, newest);
    Set<String> seen = json.members(header::member);
    json.require(seen, List.of("format", "version"));
    return header.version;
  }

  /** The value of {@code format}, which must be there. */
  static String format(JsonCursor json) {
    String[] found = new String[1];
    Set<String> seen =
        json.members(
            key -> {
              if (key.equals("format")) {
                found[0] = json.at(key, json::string);
              } else {
                json.skip();
              }
              return found[0] == null;
            });
    json.require(seen, List.of("format"));
    return found[0];
  }

  /** Looks at one key; false when both have been seen. */
  private boolean member(String key) {
    switch (key) {
      case "format" -> hasFormat = json.at(key, this::checkFormat);
      case "version" -> hasVersion = json.at(key, this::checkVersion);
      default -> json.skip();
    }
    return !(hasFormat && hasVersion);
  }

  private boolean checkFormat() {
    String found = json.string();
    if (!found.equals(format)) {
      throw json.failure("\"" + found + "\"", "\"" + format + "\"");
    }
    return true;
  }

  private boolean checkVersion() {
    long found = json.integer(1, Long.MAX_VALUE);
    if (found > newest) {
      throw json.failure(
          "version " + found + ", which needs a newer hdlgen",
          "at most version " + newest + ": update hdlgen, or write the file with this one");
    }
    version = (int) found;
    return true;
  }
}
