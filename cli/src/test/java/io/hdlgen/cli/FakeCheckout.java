package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A checkout with the real scripts, and programs that write down how they were called. */
final class FakeCheckout {
  private final Path temporary;
  private final Path checkout;
  private final Path programs;
  private final Path calls;

  FakeCheckout(Path temporary) throws IOException {
    this.temporary = temporary;
    checkout = temporary.resolve("my checkout");
    programs = temporary.resolve("jdk/bin");
    calls = temporary.resolve("calls");
    Path bin = Path.of(System.getProperty("project.root", "..")).resolve("bin");
    Files.createDirectories(checkout.resolve("bin/lib"));
    Files.createDirectories(checkout.resolve("cli/src/main/java"));
    for (String name : List.of("hdlgen", "test", "lib/tools.sh")) {
      Files.copy(bin.resolve(name), checkout.resolve("bin").resolve(name));
    }
    Files.createDirectories(programs);
    Files.writeString(programs.resolveSibling("release"), "JAVA_VERSION=\"17.0.1\"\n");
    // The class-data archive is a run of its own; it is not what these tests count.
    program(
        "java",
        """
        case "$*" in *ArchiveClassesAtExit*) exit 0 ;; esac
        for argument in "$@"; do printf 'java %%s\\n' "$argument" >>'%s'; done
        exit ${FAKE_EXIT:-0}"""
            .formatted(calls));
    program("javac", "exit 0");
    program(
        "mvn",
        """
        echo mvn "$@" >>'%s'
        sleep ${FAKE_SLEEP:-0}
        echo "chatter of the build"
        case "$*" in *-o*) [ -z "${FAKE_OFFLINE_FAILURE:-}" ] || { echo "$FAKE_OFFLINE_FAILURE"; exit 1; } ;; esac
        [ -z "${FAKE_FAILURE:-}" ] || { echo "$FAKE_FAILURE"; exit 1; }
        : >'%s'"""
            .formatted(calls, checkout.resolve("cli/target/hdlgen.jar")));
    for (String name : List.of("pom.xml", "cli/pom.xml", "cli/src/main/java/Main.java")) {
      source(name, Instant.now().minusSeconds(100));
    }
  }

  Path root() {
    return checkout;
  }

  Path programs() {
    return programs;
  }

  Path calls() {
    return calls;
  }

  /** Runs with a search path on which only the programs of these tests and basic tools lie. */
  Run isolated(Map<String, String> environment) throws Exception {
    Path tools = Files.createDirectory(temporary.resolve("tools"));
    for (String name :
        List.of(
            "sh",
            "cat",
            "dirname",
            "readlink",
            "find",
            "head",
            "id",
            "mkdir",
            "mv",
            "rm",
            "grep",
            "chmod",
            "flock",
            "sed",
            "sleep",
            "env")) {
      Path program = Path.of("/usr/bin", name);
      if (Files.exists(program)) {
        Path file =
            Files.writeString(tools.resolve(name), "#!/bin/sh\nexec " + program + " \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    Map<String, String> all = new TreeMap<>(environment);
    all.put("PATH", programs + ":" + tools);
    return run(all, List.of(checkout.resolve("bin/hdlgen").toString(), "targets"));
  }

  long builds() throws IOException {
    return Files.readAllLines(calls).stream().filter(line -> line.startsWith("mvn ")).count();
  }

  void program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void source(String name, Instant time) throws IOException {
    Path file = checkout.resolve(name);
    Files.writeString(file, "x");
    Files.setLastModifiedTime(file, FileTime.from(time));
    for (Path path = file.getParent(); path.startsWith(checkout); path = path.getParent()) {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(100)));
    }
  }

  Run hdlgen(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("bin/hdlgen").toString()));
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  Process start(Map<String, String> environment, String log, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("bin/hdlgen").toString()));
    command.addAll(List.of(arguments));
    return builder(environment, command)
        .redirectOutput(temporary.resolve(log + ".out").toFile())
        .redirectError(temporary.resolve(log + ".err").toFile())
        .start();
  }

  Run run(Map<String, String> environment, List<String> command) throws Exception {
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    Process process =
        builder(environment, command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private ProcessBuilder builder(Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HDLGEN_"));
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    builder.environment().putAll(environment);
    return builder;
  }

  /** What a process did. */
  record Run(int exitCode, String out, String err) {}
}
