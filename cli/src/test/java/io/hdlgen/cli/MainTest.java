package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "targets --colour",
        "targets extra",
        "--jsn targets",
        "doctor --json=maybe"
      })
  void aWrongCommandLineIsOneLineAndTwo(String line) {
    CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("hdlgen: ").endsWith(" --help\n").hasLineCount(1);
  }

  @Test
  void aFailureWithJsonIsAnObjectToo() {
    CommandRun run = CommandRun.of("targets", "--json", "extra");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.json().get("exitCode").asInt()).isEqualTo(2);
    assertThat(run.json().get("error").asText()).contains("extra");
  }

  static String[] commands() {
    return new CommandLine(new HdlgenCommand(null))
        .getSubcommands()
        .keySet()
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelp(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: hdlgen " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void helpAndVersionAreResults() {
    CommandRun help = CommandRun.of("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: hdlgen", "targets", "doctor", "Exit codes:");
    CommandRun version = CommandRun.of("--version");
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("hdlgen [0-9]+\\.[0-9]+\\.[0-9]+\\s+");
  }

  @Test
  void targetsAreListed() {
    assertThat(CommandRun.of("targets").out()).startsWith("generic ");
    CommandRun run = CommandRun.of("targets", "--json");
    assertThat(run.json().get("targets").get(0).get("name").asText()).isEqualTo("generic");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theDoctorNamesEveryTool() {
    CommandRun run = CommandRun.of("--json", "doctor");
    assertThat(run.exitCode()).isIn(0, 3);
    assertThat(run.json().get("tools"))
        .extracting(tool -> tool.get("tool").asText())
        .contains("verilator", "iverilog", "yosys");
    assertThat(run.exitCode() == 0).isEqualTo(run.json().get("healthy").asBoolean());
  }

  @Test
  void optionsCanStandInAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("options"), "targets\n--json\n");
    assertThat(CommandRun.of("@" + file).json().has("targets")).isTrue();
  }

  @Test
  void completionIsAScriptThatKnowsTheCommands() {
    CommandRun run = CommandRun.of("completion");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("#!").contains("complete -F", "targets", "doctor");
  }

  @Test
  void outputThatCannotBeWrittenIsSeventyFour() {
    StringWriter err = new StringWriter();
    PrintWriter full =
        new PrintWriter(
            new Writer() {
              @Override
              public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });
    int code = Main.run(new String[] {"targets"}, new Terminal(full, new PrintWriter(err), false));
    assertThat(code).isEqualTo(74);
    assertThat(err).hasToString("hdlgen: cannot write to standard output\n");
  }
}
