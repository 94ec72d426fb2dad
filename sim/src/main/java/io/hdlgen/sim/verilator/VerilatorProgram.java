package io.hdlgen.sim.verilator;

import java.nio.file.Path;
import java.util.List;

/** Designs built with one of the programs of the module of testbenches. */
public final class VerilatorProgram {
  private VerilatorProgram() {}

  /**
   * Builds a design with the program that drives it, or takes what an earlier build of the same
   * content left in the cache.
   *
   * @param verilog all modules
   * @param program name of the program's text
   * @param header name of what it includes
   * @param headerText its text
   * @return what can be run
   * @throws io.hdlgen.sim.tool.ToolException if Verilator is missing, too old, warns of anything or
   *     fails
   */
  public static Path build(
      List<Path> verilog,
      String top,
      String program,
      String header,
      String headerText,
      VerilatorOptions options) {
    BuildFolder folder = new BuildFolder(verilog, top, program, header, headerText);
    return new VerilatorBuild(folder, options).program();
  }
}
