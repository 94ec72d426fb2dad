package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;

/** The kinds of models that are JSON files, told apart by their key {@code format}. */
public enum JsonModelKind {
  /** An integer network: {@link NetworkJson} reads it. */
  NETWORK(NetworkJson.FORMAT),
  /** A network of real numbers: {@link FloatModelJson} reads it. */
  MODEL(FloatModelJson.FORMAT);

  private final String format;

  JsonModelKind(String format) {
    this.format = format;
  }

  /**
   * The kind of a file. Only its key {@code format} is looked at.
   *
   * @throws InvalidInputException if the file cannot be read, is not JSON, or is of another format
   */
  public static JsonModelKind of(Path file) {
    String text = JsonFile.text(file, "a network.json or model.json");
    String found = FormatHeader.format(new JsonCursor(text, file.toString()));
    for (JsonModelKind kind : values()) {
      if (kind.format.equals(found)) {
        return kind;
      }
    }
    throw new InvalidInputException(
        file + ": format",
        JsonTokens.quote(found),
        "\"" + NETWORK.format + "\" or \"" + MODEL.format + "\"");
  }
}
