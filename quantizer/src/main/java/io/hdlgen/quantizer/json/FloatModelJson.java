package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.nio.file.Path;

/**
 * Networks of real numbers as text. Format: {@code docs/formats/model.md}.
 *
 * <p>Writing is canonical: equal networks give equal text, and reading it gives an equal network.
 * Reading takes any JSON of that shape and refuses everything else.
 */
public final class FloatModelJson {
  /** The value of {@code format}. */
  public static final String FORMAT = "hdlgen-model";

  /** The version that is written, and the newest that is read. */
  public static final int VERSION = 1;

  private FloatModelJson() {}

  /**
   * Reads a file.
   *
   * @throws InvalidInputException naming the file and the place in it, if it is not a model
   */
  public static FloatNetwork read(Path file) {
    return parse(JsonFile.text(file, "a model.json"), file.toString());
  }

  /**
   * Reads a text.
   *
   * @param sourceName what messages call it, such as the file's name
   * @throws InvalidInputException naming the place, if the text is not a model
   */
  public static FloatNetwork parse(String text, String sourceName) {
    return new FloatModelReader(text, sourceName).read();
  }

  /**
   * The canonical text of a network, with a newline at its end.
   *
   * @throws IllegalArgumentException if a weight or bias is not finite
   */
  public static String write(FloatNetwork network) {
    return new FloatModelWriter().write(network);
  }
}
