package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Integer networks as text. Format: {@code docs/formats/network.md}.
 *
 * <p>Writing is canonical: equal networks give equal text, and reading it gives an equal network.
 * Reading takes any JSON of that shape and refuses everything else, limits and contradictions
 * included, so that a network that was read can be evaluated and compiled.
 */
public final class NetworkJson {
  /** The value of {@code format}. */
  public static final String FORMAT = "hdlgen-network";

  /** The version that is written, and the newest that is read. */
  public static final int VERSION = 1;

  /** The largest file that is read. */
  public static final long MAX_BYTES = 256L << 20;

  private NetworkJson() {}

  /**
   * Reads a file.
   *
   * @throws InvalidInputException naming the file and the place in it, if it is not a network
   */
  public static IntegerNetwork read(Path file) {
    String source = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        String found = Files.exists(file) ? "something that is not a file" : "no such file";
        throw new InvalidInputException(source, found, "a network.json");
      }
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw new InvalidInputException(
            source, size + " bytes", "a network.json of at most " + MAX_BYTES + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(text, source);
    } catch (CharacterCodingException wrong) {
      throw new InvalidInputException(
          source, "bytes that are not UTF-8", "a network.json, which is UTF-8 text", wrong);
    } catch (IOException wrong) {
      throw new InvalidInputException(
          source, "a file that cannot be read (" + wrong + ")", "a network.json", wrong);
    }
  }

  /**
   * Reads a text.
   *
   * @param sourceName what messages call it, such as the file's name
   * @throws InvalidInputException naming the place, if the text is not a network
   */
  public static IntegerNetwork parse(String text, String sourceName) {
    return new NetworkReader(text, sourceName).read();
  }

  /** The canonical text of a network, with a newline at its end. */
  public static String write(IntegerNetwork network) {
    return new NetworkWriter().write(network);
  }
}
