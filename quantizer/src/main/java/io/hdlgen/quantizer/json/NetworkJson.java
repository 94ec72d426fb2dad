package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;
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

  /**
   * The newest version that is read. A network is written in the oldest version that can say it, so
   * that tools which know no newer one go on reading it.
   */
  public static final int VERSION = 2;

  /** The largest file that is read. */
  public static final long MAX_BYTES = JsonFile.MAX_BYTES;

  private NetworkJson() {}

  /** The version that a network is written in. */
  public static int version(IntegerNetwork network) {
    boolean newer =
        !network.isExact()
            || network.hasThermometers()
            || network.decision() instanceof Decision.OnBits;
    return newer ? 2 : 1;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInputException naming the file and the place in it, if it is not a network
   */
  public static IntegerNetwork read(Path file) {
    return parse(JsonFile.text(file, "a network.json"), file.toString());
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
