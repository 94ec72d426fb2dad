package io.hdlgen.flow.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for the external tools in the folders of a search path. */
public final class Doctor {
  private static final int SECONDS = 20;

  private final String searchPath;

  /**
   * @param searchPath folders in the manner of the environment variable {@code PATH}
   */
  public Doctor(String searchPath) {
    this.searchPath = searchPath;
  }

  /** A doctor who searches this process's {@code PATH}. */
  public static Doctor ofEnvironment() {
    return new Doctor(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /** Looks for all tools and asks each for its version. */
  public Diagnosis examine(String hdlgenVersion) {
    List<ToolStatus> tools = new ArrayList<>();
    for (Tool tool : Tool.values()) {
      tools.add(examine(tool));
    }
    List<Tool> wanted =
        tools.stream().filter(status -> !status.usable()).map(ToolStatus::tool).toList();
    return new Diagnosis(
        hdlgenVersion,
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        tools,
        installLines(wanted));
  }

  /** Looks for one tool and asks for its version. */
  public ToolStatus examine(Tool tool) {
    Optional<Path> path = find(tool);
    if (path.isEmpty()) {
      return new ToolStatus(tool, "", "", false);
    }
    String version = Tool.versionIn(run(path.get(), tool.versionArguments()));
    boolean usable = !version.isEmpty() && Tool.atLeast(version, tool.minimumVersion());
    return new ToolStatus(tool, path.get().toString(), version, usable);
  }

  /** Where the tool lies, without running it. */
  public Optional<Path> find(Tool tool) {
    return find(tool.program());
  }

  /** Where a program lies, without running it. */
  public Optional<Path> find(String program) {
    for (String folder : searchPath.split(File.pathSeparator)) {
      try {
        Path candidate = Path.of(folder.isEmpty() ? "." : folder).resolve(program);
        if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      } catch (InvalidPathException e) {
        // No such folder can exist.
        continue;
      }
    }
    return Optional.empty();
  }

  /** The line that installs the tools, by package manager; empty for no tools. */
  public static Map<String, String> installLines(List<Tool> tools) {
    Map<String, String> lines = new LinkedHashMap<>();
    if (!tools.isEmpty()) {
      String apt = "sudo apt-get install -y --no-install-recommends ";
      lines.put("apt", apt + names(tools, Tool.Packages::apt));
      lines.put("dnf", "sudo dnf install -y " + names(tools, Tool.Packages::dnf));
      lines.put("brew", "brew install " + names(tools, Tool.Packages::brew));
    }
    return lines;
  }

  private static String names(List<Tool> tools, Function<Tool.Packages, String> manager) {
    return tools.stream()
        .map(Tool::packages)
        .map(manager)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** What the program prints; empty if it fails to start or to end in time. */
  private static String run(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile("hdlgen-version", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return "";
        }
        return new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
