package io.hdlgen.hdl.formal;

import io.hdlgen.hdl.emit.VerilogFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A fixed checker module under the sizes that it is to have. */
public final class Checker {
  /** The name of every checker module. */
  static final String TOP = "hdlgen_fv";

  private final String name;
  private final Map<String, String> sizes = new TreeMap<>();

  /**
   * A checker.
   *
   * @param name of its file, without the ending
   * @param dut name of the module that it checks
   */
  public Checker(String name, String dut) {
    this.name = name;
    with("TOP", dut);
  }

  /** Gives a size, or anything else that is different from design to design. */
  public Checker with(String size, Object value) {
    sizes.put("HDLGEN_FV_" + size, value.toString());
    return this;
  }

  VerilogFile file() {
    StringBuilder text = new StringBuilder();
    sizes.forEach((size, value) -> text.append("`define %s %s\n".formatted(size, value)));
    String path = "/io/hdlgen/testbenches/formal/" + name + ".v";
    try (InputStream in = Checker.class.getResourceAsStream(path)) {
      text.append("`default_nettype none\n");
      text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new VerilogFile(TOP + ".v", text.toString());
  }
}
