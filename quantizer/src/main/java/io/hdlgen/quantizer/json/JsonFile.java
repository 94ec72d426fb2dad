package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a JSON file. */
final class JsonFile {
  /** The largest file that is read. */
  static final long MAX_BYTES = 256L << 20;

  private JsonFile() {}

  /**
   * The text of a file.
   *
   * @param kind what the file should be, such as {@code a network.json}, for messages
   * @throws InvalidInputException if there is no such file, or it is too large or not UTF-8
   */
  static String text(Path file, String kind) {
    String source = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        String found = Files.exists(file) ? "something that is not a file" : "no such file";
        throw new InvalidInputException(source, found, kind);
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new InvalidInputException(
            source, size + " bytes", kind + " of at most " + MAX_BYTES + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrong) {
      throw new InvalidInputException(
          source, "bytes that are not UTF-8", kind + ", which is UTF-8 text", wrong);
    } catch (IOException wrong) {
      throw new InvalidInputException(
          source, "a file that cannot be read (" + wrong + ")", kind, wrong);
    }
  }
}
