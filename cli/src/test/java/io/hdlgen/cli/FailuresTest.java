package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void eachKindHasItsExitCode() {
    assertThat(code(new InvalidInputException("m.onnx", "a hole", "none"))).isEqualTo(2);
    assertThat(code(new ToolException(ToolException.Reason.MISSING, "verilator is missing")))
        .isEqualTo(3);
    assertThat(code(new OutputException("cannot write x: full", null))).isEqualTo(74);
    assertThat(err)
        .hasToString(
            """
            hdlgen: m.onnx: found a hole; expected none
            hdlgen: verilator is missing
            hdlgen: cannot write x: full
            """);
    assertThat(code(new CancellationException())).isEqualTo(130);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aStackTraceIsShownOnlyWhenAskedFor() {
    code(new ToolException(ToolException.Reason.MISSING, "x"));
    assertThat(err.toString()).doesNotContain("\tat ");
    code(new ToolException(ToolException.Reason.MISSING, "x"), "--debug");
    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void aDefectLeavesAFolderThatReproducesIt() throws IOException {
    Path input = Files.writeString(folder.resolve("in.csv"), "1,2\n");
    int code = code(new ArithmeticException("seven\nlines"), "emit", "--data=" + input);
    assertThat(code).isEqualTo(70);
    assertThat(err.toString()).hasLineCount(1).contains("ArithmeticException: seven lines");
    Matcher place = Pattern.compile("with the folder (.*)\n").matcher(err.toString());
    assertThat(place.find()).isTrue();
    Path defect = Path.of(place.group(1));
    try {
      assertThat(defect.resolve("command.txt")).hasContent("emit\n--data=" + input + "\n");
      assertThat(defect.resolve("stack-trace.txt")).content().contains("FailuresTest");
      assertThat(defect.resolve("versions.txt")).content().contains("hdlgen ", "Java ");
      assertThat(defect.resolve("input-1-in.csv")).hasContent("1,2\n");
      assertThat(defect.resolve("inputs.txt")).content().contains(input.toString());
    } finally {
      try (Stream<Path> files = Files.list(defect)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(defect);
    }
  }

  private int code(Exception failure, String... arguments) {
    return new Failures(arguments, new Terminal(new PrintWriter(out), new PrintWriter(err), false))
        .execution(failure);
  }
}
