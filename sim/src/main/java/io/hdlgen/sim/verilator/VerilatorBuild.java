package io.hdlgen.sim.verilator;

import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import io.hdlgen.sim.tool.ToolRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One build, or the program that an equal build left in the cache. */
final class VerilatorBuild {
  private static final String HARNESS = "/io/hdlgen/testbenches/harness.cpp";

  private final VerilogDesign design;
  private final VerilatorOptions options;

  VerilatorBuild(VerilogDesign design, VerilatorOptions options) {
    this.design = design;
    this.options = options;
  }

  Path program() {
    String version = VerilatorVersion.require(options.executable());
    try {
      Map<String, byte[]> files = files();
      ContentKey key = new ContentKey();
      key.add("version", version.getBytes(StandardCharsets.UTF_8));
      key.add("command", String.join("\0", command(files)).getBytes(StandardCharsets.UTF_8));
      files.forEach(key::add);
      Path kept = options.cache().resolve("verilator").resolve(key.hex());
      if (!Files.isExecutable(kept)) {
        Files.createDirectories(kept.getParent());
        build(files, kept);
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot build with Verilator: " + e.getMessage(), e);
    }
  }

  /** All that the program depends on, by its name in the build folder. */
  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Path file : design.files()) {
      String name = "rtl/" + file.getFileName();
      if (files.put(name, Files.readAllBytes(file)) != null) {
        throw new IllegalArgumentException("two Verilog files named " + file.getFileName());
      }
    }
    files.put("ports.h", PortsHeader.of(design).getBytes(StandardCharsets.UTF_8));
    files.put("harness.cpp", harness());
    return files;
  }

  /** The fixed part of the harness. */
  static byte[] harness() throws IOException {
    try (var resource = VerilatorBuild.class.getResourceAsStream(HARNESS)) {
      if (resource == null) {
        throw new IOException("no resource " + HARNESS);
      }
      return resource.readAllBytes();
    }
  }

  private List<String> command(Map<String, byte[]> files) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            options.executable(),
            "--cc",
            "--exe",
            "--build",
            "-j",
            Integer.toString(options.jobs())));
    command.addAll(flags(design.top(), options));
    files.keySet().stream().filter(name -> name.startsWith("rtl/")).forEach(command::add);
    command.add("harness.cpp");
    return command;
  }

  /** The options that shape the program, for a person to repeat the build. */
  static List<String> flags(String top, VerilatorOptions options) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--top-module",
                top,
                "--prefix",
                "Vmodel",
                "--Mdir",
                "obj",
                "-Wall",
                "--no-timing",
                "--x-assign",
                "unique",
                "--x-initial",
                "unique",
                "--output-split",
                "5000"));
    if (options.trace()) {
      flags.addAll(List.of("--trace", "--trace-underscore"));
    }
    String fast =
        switch (options.speed()) {
          case BUILD -> "-O0";
          case RUN -> "-O1";
        };
    flags.addAll(List.of("-MAKEFLAGS", "OPT_FAST=" + fast, "-MAKEFLAGS", "OPT_SLOW=-O0"));
    return flags;
  }

  private void build(Map<String, byte[]> files, Path kept) throws IOException {
    Path folder = Files.createTempDirectory(kept.getParent(), "build-");
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      Map<String, String> environment = new LinkedHashMap<>();
      if (onPath("ccache")) {
        environment.put("OBJCACHE", "ccache");
      }
      ToolRun run =
          ToolRun.of(
              command(files), folder, environment, folder.resolve("log"), options.buildLimit());
      if (run.exitCode() != 0) {
        throw failure(run);
      }
      Path built = folder.resolve("obj").resolve("Vmodel");
      try {
        Files.move(built, kept, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException e) {
        // Somebody else has built the same meanwhile.
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private static ToolException failure(ToolRun run) {
    String line =
        run.output()
            .lines()
            .filter(text -> text.startsWith("%Error") || text.startsWith("%Warning"))
            .findFirst()
            .orElse("");
    if (!line.isEmpty()) {
      return new ToolException(Reason.REFUSED, "verilator refuses the Verilog: " + line);
    }
    String error =
        run.output()
            .lines()
            .filter(text -> text.contains("error") || text.contains("Error"))
            .findFirst()
            .orElse("exit code " + run.exitCode());
    return new ToolException(Reason.CRASHED, "the build of the Verilator model failed: " + error);
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    for (String folder : path.split(java.io.File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
