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
    return examine(tool, tool.minimumVersion());
  }

  /**
   * Looks for a build of a tool that is not older than {@code since}, and asks for its version; of
   * several builds that are too old, the first is told.
   */
  public ToolStatus examine(Tool tool, String since) {
    List<ToolStatus> found =
        tool.names().stream()
            .flatMap(name -> find(name).stream())
            .map(path -> status(tool, path, since))
            .toList();
    return found.stream()
        .filter(ToolStatus::usable)
        .findFirst()
        .orElse(found.isEmpty() ? new ToolStatus(tool, "", "", false) : found.get(0));
  }

  private static ToolStatus status(Tool tool, Path path, String since) {
    if (tool.versionArguments().isEmpty()) {
      return new ToolStatus(tool, path.toString(), "", true);
    }
    String version = Tool.versionIn(run(path, tool.versionArguments()));
    boolean usable = !version.isEmpty() && Tool.atLeast(version, since);
    return new ToolStatus(tool, path.toString(), version, usable);
  }

  /** Where the tool lies, without running it. */
  public Optional<Path> find(Tool tool) {
    return tool.names().stream().flatMap(name -> find(name).stream()).findFirst();
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
    put(
        lines,
        "apt",
        "sudo apt-get install -y --no-install-recommends ",
        tools,
        tool -> tool.packages().apt());
    put(lines, "dnf", "sudo dnf install -y ", tools, tool -> tool.packages().dnf());
    put(lines, "brew", "brew install ", tools, tool -> tool.packages().brew());
    put(lines, "pip", "pip install ", tools, Tool::portablePackage);
    return lines;
  }

  /** The line of a package manager that has some of the tools. */
  private static void put(
      Map<String, String> lines,
      String manager,
      String command,
      List<Tool> tools,
      Function<Tool, String> packageOf) {
    String packages =
        tools.stream()
            .map(packageOf)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    if (!packages.isEmpty()) {
      lines.put(manager, command + packages);
    }
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
