package io.hdlgen.cli;

import io.hdlgen.flow.ToolVersion;
import io.hdlgen.flow.folder.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The folder that lets a defect be reproduced elsewhere. */
final class DefectReport {
  private static final long MAX_COPIED_BYTES = 16L << 20;

  private DefectReport() {}

  /**
   * Writes command line, versions, stack trace, and copies of the inputs (of large ones the
   * SHA-256) into a fresh folder here, or among the temporary files where nothing can be written
   * here.
   *
   * @return where; or why there is none
   */
  static String write(List<String> arguments, Throwable failure) {
    try {
      return fill(Files.createTempDirectory(Path.of(""), "hdlgen-defect-"), arguments, failure);
    } catch (IOException here) {
      try {
        return fill(Files.createTempDirectory("hdlgen-defect-"), arguments, failure);
      } catch (IOException there) {
        return "(which could not be written: " + there.getMessage() + ")";
      }
    }
  }

  private static String fill(Path folder, List<String> arguments, Throwable failure)
      throws IOException {
    Files.writeString(folder.resolve("command.txt"), String.join("\n", arguments) + "\n");
    Files.writeString(
        folder.resolve("versions.txt"),
        "hdlgen %s\nJava %s (%s)\n%s %s %s\n"
            .formatted(
                ToolVersion.current(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.vendor"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    Files.writeString(folder.resolve("stack-trace.txt"), trace.toString());
    StringBuilder inputs = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      input(folder, i, arguments.get(i), inputs);
    }
    Files.writeString(folder.resolve("inputs.txt"), inputs);
    return folder.toString();
  }

  private static void input(Path folder, int number, String argument, StringBuilder list)
      throws IOException {
    Path file;
    try {
      file = Path.of(argument.replaceFirst("^(--[a-z-]+=|@)", ""));
    } catch (InvalidPathException e) {
      return;
    }
    if (!Files.isRegularFile(file)) {
      return;
    }
    list.append(Sha256.of(file)).append("  ").append(file).append('\n');
    if (Files.size(file) <= MAX_COPIED_BYTES) {
      Files.copy(file, folder.resolve("input-" + number + "-" + file.getFileName()));
    }
  }
}
