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
import java.util.LinkedHashMap;
import java.util.Map;

/** One build, or the program that an equal build left in the cache. */
final class VerilatorBuild {
  private final BuildFolder source;
  private final VerilatorOptions options;

  VerilatorBuild(BuildFolder source, VerilatorOptions options) {
    this.source = source;
    this.options = options;
  }

  Path program() {
    String version = VerilatorVersion.require(options.executable());
    try {
      ContentKey key = new ContentKey();
      key.add("version", version.getBytes(StandardCharsets.UTF_8));
      key.add(
          "command", String.join("\0", source.command(options)).getBytes(StandardCharsets.UTF_8));
      source.files().forEach(key::add);
      Path kept = options.cache().resolve("verilator").resolve(key.hex());
      if (!Files.isExecutable(kept)) {
        Files.createDirectories(kept.getParent());
        build(kept);
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot build with Verilator: " + e.getMessage(), e);
    }
  }

  private void build(Path kept) throws IOException {
    try (TemporaryFolder temporary = TemporaryFolder.in(kept.getParent())) {
      Path folder = temporary.path();
      source.write(folder);
      Map<String, String> environment = new LinkedHashMap<>();
      if (onPath("ccache")) {
        environment.put("OBJCACHE", "ccache");
      }
      ToolRun run =
          ToolRun.of(
              source.command(options),
              folder,
              environment,
              folder.resolve("log"),
              options.buildLimit());
      if (run.exitCode() != 0) {
        throw failure(run);
      }
      Path built = folder.resolve("obj").resolve("Vmodel");
      try {
        Files.move(built, kept, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException e) {
        // Somebody else has built the same meanwhile.
      }
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
