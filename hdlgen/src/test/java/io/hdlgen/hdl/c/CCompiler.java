package io.hdlgen.hdl.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The compilers that must take a header without a word. */
enum CCompiler {
  GCC(true, "gcc", "-std=c99"),
  GXX(true, "g++", "-std=c++17", "-x", "c++"),
  CLANG(false, "clang", "-std=c99");

  private static final List<String> FLAGS =
      List.of("-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror", "-O1");

  private final boolean required;
  private final List<String> command;

  CCompiler(boolean required, String... command) {
    this.required = required;
    this.command = List.of(command);
  }

  /** Skips the test if the compiler is missing, or fails it if tools are required. */
  void require() throws InterruptedException {
    try {
      new ProcessBuilder(command.get(0), "--version").redirectErrorStream(true).start().waitFor();
    } catch (IOException missing) {
      if (required && Boolean.getBoolean("require.tools")) {
        fail("no " + command.get(0));
      }
      abort("skipped: no " + command.get(0));
    }
  }

  /**
   * Makes a program that ends at once where behaviour is undefined, such as a sum that overflows.
   */
  Path build(Path source) throws IOException, InterruptedException {
    Path program = source.resolveSibling(name() + "_program");
    List<String> all = new ArrayList<>(command);
    all.addAll(FLAGS);
    all.addAll(List.of("-fsanitize=undefined", "-fsanitize-undefined-trap-on-error"));
    all.addAll(List.of("-o", program.toString(), source.toString(), "-lm"));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output + "exit " + process.waitFor()).as("%s", this).isEqualTo("exit 0");
    return program;
  }
}
