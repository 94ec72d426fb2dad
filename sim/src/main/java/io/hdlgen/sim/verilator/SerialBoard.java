package io.hdlgen.sim.verilator;

import io.hdlgen.sim.tool.ChildProcess;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A simulated board whose serial line is a pseudo-terminal, as long as it is open. */
public final class SerialBoard implements AutoCloseable {
  private final ChildProcess child;
  private final BufferedReader output;
  private final String terminal;

  private SerialBoard(ChildProcess child) throws IOException {
    this.child = child;
    this.output =
        new BufferedReader(
            new InputStreamReader(child.process().getInputStream(), StandardCharsets.UTF_8));
    this.terminal = output.readLine();
    if (terminal == null) {
      child.close();
      throw new IOException("it ended at once");
    }
  }

  /**
   * Builds the program that simulates a board.
   *
   * @param verilog all modules
   * @param top a module with the pins {@code clk_i}, {@code uart_rx_i} and {@code uart_tx_o}
   * @throws ToolException if Verilator is missing, too old, warns of anything or fails
   */
  public static Path build(
      List<Path> verilog, String top, int cyclesPerBit, VerilatorOptions options) {
    String header = "#pragma once\n#define HDLGEN_CYCLES_PER_BIT " + cyclesPerBit + "\n";
    BuildFolder folder = new BuildFolder(verilog, top, "serial.cpp", "board.h", header);
    return new VerilatorBuild(folder, options).program();
  }

  /**
   * Starts it.
   *
   * @param seed of the noise, and of what registers hold at first
   * @throws ToolException if it does not start
   */
  public static SerialBoard start(Path program, int seed, LineNoise noise) {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            Integer.toString(seed),
            text(noise.flip()),
            text(noise.drop()),
            text(noise.insert()),
            text(noise.glitch()),
            text(noise.skew()));
    ChildProcess child = ChildProcess.start(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
    try {
      return new SerialBoard(child);
    } catch (IOException e) {
      throw new ToolException(
          Reason.CRASHED, "the simulated board does not start: " + e.getMessage(), e);
    }
  }

  private static String text(double share) {
    return String.format(Locale.ROOT, "%.9f", share);
  }

  /** Name of the pseudo-terminal. */
  public String terminal() {
    return terminal;
  }

  /**
   * Ends it.
   *
   * @return cycles simulated and the noise there was, in a line
   * @throws ToolException if it has crashed
   */
  public String stop() {
    try {
      child.process().getOutputStream().close();
      String line = output.readLine();
      if (line == null) {
        throw new ToolException(Reason.CRASHED, "the simulated board crashed");
      }
      return line;
    } catch (IOException e) {
      throw new ToolException(Reason.CRASHED, "the simulated board crashed: " + e.getMessage(), e);
    } finally {
      child.close();
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
