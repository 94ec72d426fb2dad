package io.hdlgen.sim.verilator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a Verilator build reads, and the command that builds it. */
public final class BuildFolder {
  private static final String TEMPLATES = "/io/hdlgen/testbenches/";

  private final String top;
  private final String program;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Reads the design's files. */
  public BuildFolder(VerilogDesign design) {
    this(design.files(), design.top(), "harness.cpp", "ports.h", PortsHeader.of(design));
  }

  /**
   * Reads the files.
   *
   * @param program name of the fixed text that drives the design
   * @param header name of what is generated for it
   */
  BuildFolder(List<Path> verilog, String top, String program, String header, String headerText) {
    this.top = top;
    this.program = program;
    try (var template = BuildFolder.class.getResourceAsStream(TEMPLATES + program)) {
      for (Path file : verilog) {
        String name = "rtl/" + file.getFileName();
        if (files.put(name, Files.readAllBytes(file)) != null) {
          throw new IllegalArgumentException("two Verilog files named " + file.getFileName());
        }
      }
      files.put(header, headerText.getBytes(StandardCharsets.UTF_8));
      if (template == null) {
        throw new IOException("no resource " + TEMPLATES + program);
      }
      files.put(program, template.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the design: " + e.getMessage(), e);
    }
  }

  /** Contents by name in the folder. */
  Map<String, byte[]> files() {
    return files;
  }

  /** Writes {@code rtl/}, the program and its header. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** The command that builds {@code obj/Vmodel} in the folder. */
  public List<String> command(VerilatorOptions options) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(options.executable(), "--cc", "--exe", "--build", "-j"));
    command.add(Integer.toString(options.jobs()));
    command.addAll(List.of("--top-module", top, "--prefix", "Vmodel", "--Mdir", "obj"));
    command.addAll(
        options.strict() ? List.of("-Wall") : List.of("-Wno-lint", "-Wno-style", "-Wno-fatal"));
    command.addAll(List.of("--no-timing", "--x-assign", "unique", "--x-initial", "unique"));
    // Verilator 5.006 and others up to 5.026 get trees of gates wrong by this optimisation (their
    // issues 4059, 4832, 4857, 5186).
    command.add("-fno-const-bit-op-tree");
    if (options.trace()) {
      command.addAll(List.of("--trace", "--trace-underscore"));
    }
    command.addAll(
        switch (options.speed()) {
          case BUILD -> optimisation("60000", "-O0");
          case RUN -> optimisation("5000", "-O1");
        });
    files.keySet().stream().filter(name -> name.startsWith("rtl/")).forEach(command::add);
    command.add(program);
    return command;
  }

  /**
   * Without optimisation, each file costs its headers: few files. With it, long functions cost more
   * than they are long: many.
   */
  private static List<String> optimisation(String split, String fast) {
    return List.of(
        "--output-split", split, "-MAKEFLAGS", "OPT_FAST=" + fast, "-MAKEFLAGS", "OPT_SLOW=-O0");
  }
}
