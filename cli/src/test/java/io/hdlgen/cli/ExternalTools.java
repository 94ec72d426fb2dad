package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** External tools in tests: which of them there are, and what they say of a design. */
final class ExternalTools {
  private ExternalTools() {}

  /** Skips the test without the tools; fails it with {@code -Drequire.tools=true}. */
  static void need(Tool... tools) {
    Doctor doctor = Doctor.ofEnvironment();
    Arrays.stream(tools)
        .filter(tool -> doctor.find(tool).isEmpty())
        .findFirst()
        .ifPresent(tool -> missing(tool.program()));
  }

  private static void missing(String program) {
    if (Boolean.getBoolean("require.tools")) {
      fail("no " + program);
    }
    abort("skipped: no " + program);
  }

  /** Checks that all three tools read the Verilog of a design folder without a word. */
  static void assertClean(Path design, String top) throws IOException, InterruptedException {
    need(Tool.VERILATOR, Tool.ICARUS, Tool.YOSYS);
    Path rtl = design.resolve("rtl");
    List<String> files = verilog(rtl);
    assertThat(run(rtl, command(files, "verilator", "--lint-only", "-Wall", "--top-module", top)))
        .isEqualTo("exit 0\n");
    String script = "; hierarchy -check -top " + top + "; proc; check -assert";
    assertThat(
            run(
                rtl,
                List.of(
                    "yosys",
                    "-q",
                    "-e",
                    ".*",
                    "-p",
                    "read_verilog " + String.join(" ", files) + script)))
        .isEqualTo("exit 0\n");
    // Icarus reads the testbench, too.
    assertThat(compileTestbench(design, top)).isEqualTo("exit 0\n");
  }

  /** Compiles the testbench with Icarus into the file {@code sim} beside the design folder. */
  static String compileTestbench(Path design, String top) throws IOException, InterruptedException {
    Path rtl = design.resolve("rtl");
    List<String> files = verilog(rtl);
    files.add("../tb/" + top + "_tb.v");
    String program = design.resolveSibling("sim").toString();
    return run(
        rtl, command(files, "iverilog", "-g2001", "-Wall", "-s", "hdlgen_tb", "-o", program));
  }

  /** Runs what {@link #compileTestbench} has compiled. */
  static String runTestbench(Path design) throws IOException, InterruptedException {
    return run(design.getParent(), List.of("vvp", "-n", "sim"));
  }

  private static List<String> verilog(Path rtl) throws IOException {
    try (Stream<Path> files = Files.list(rtl)) {
      List<String> names = new ArrayList<>();
      files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
      assertThat(names).isNotEmpty().allMatch(name -> name.endsWith(".v"));
      return names;
    }
  }

  private static List<String> command(List<String> files, String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(files);
    return command;
  }

  /** What a program says, and its exit code. */
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output + "exit " + process.waitFor() + "\n";
  }
}
