package io.hdlgen.flow;

import io.hdlgen.hdl.verilog.NameAllocator;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Locale;

/** Names of top modules. */
public final class VerilogIdentifier {
  private static final int MAX_LENGTH = 200;

  private VerilogIdentifier() {}

  /** An identifier after a file's name, without its endings. */
  public static String after(String fileName) {
    String stem = fileName.replaceFirst("(?<=.)(\\.(network|model))?\\.[^.]*$", "");
    String name = stem.replaceAll("[^A-Za-z0-9_]+", "_").toLowerCase(Locale.ROOT);
    if (!name.matches("[a-z].*")) {
      name = "net_" + name;
    }
    return new NameAllocator().allocate(name.substring(0, Math.min(MAX_LENGTH, name.length())));
  }

  /**
   * The name itself.
   *
   * @throws InvalidInputException if it is no identifier
   */
  public static String check(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0," + (MAX_LENGTH - 1) + "}")
        || !new NameAllocator().allocate(name).equals(name)) {
      throw new InvalidInputException(
          "--top", name, "a Verilog identifier: letters, digits and underscores, no keyword");
    }
    return name;
  }
}
