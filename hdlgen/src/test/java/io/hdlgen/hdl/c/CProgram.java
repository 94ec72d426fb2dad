package io.hdlgen.hdl.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A program that computes many networks on many rows: one compilation for all of them. */
final class CProgram {
  private final Path folder;
  private final StringBuilder includes = new StringBuilder();
  private final StringBuilder calls = new StringBuilder();
  private final List<String> lines = new ArrayList<>();

  CProgram(Path folder) {
    this.folder = folder;
  }

  /** Adds a network under a name of its own, and the rows that it computes: codes. */
  void scores(String top, IntegerNetwork network, long[][] codes) throws IOException {
    boolean classes = network.classes() > 0;
    String result =
        classes ? top + "_classify(codes, scores)" : "(" + top + "_scores(codes, scores), -1)";
    add(
        top,
        network,
        codes.length,
        """
              int64_t scores[%2$s_SCORES + 1];
              int result, k;
              for (k = 0; k < %2$s_FEATURES; k++) {
                codes[k] = (%4$s)next();
              }
              result = %3$s;
              printf("%%d", result);
              for (k = 0; k < %2$s_SCORES; k++) {
                printf(" %%lld", (long long)scores[k]);
              }
        """,
        result);
    for (long[] row : codes) {
      for (long code : row) {
        lines.add(Long.toString(code));
      }
    }
  }

  /** As {@link #scores}, of real values that are encoded. */
  void codes(String top, IntegerNetwork network, double[][] values) throws IOException {
    add(
        top,
        network,
        values.length,
        """
              double x[%2$s_FEATURES];
              int k;
              for (k = 0; k < %2$s_FEATURES; k++) {
                int64_t bits = next();
                memcpy(&x[k], &bits, sizeof bits);
              }
              printf("%%d", %1$s_encode(x, codes) ? 1 : 0);
              for (k = 0; k < %2$s_FEATURES; k++) {
                printf(" %%lld", (long long)codes[k]);
              }
        """,
        "");
    for (double[] row : values) {
      for (double value : row) {
        lines.add(Long.toString(Double.doubleToRawLongBits(value)));
      }
    }
  }

  private void add(String top, IntegerNetwork network, int rows, String body, String result)
      throws IOException {
    String text = CHeader.of(top, network, List.of("Network " + top));
    Files.writeString(folder.resolve(top + ".h"), text);
    String macro = top.toUpperCase(Locale.ROOT);
    includes.append("#define %1$s_WITH_ENCODE\n#include \"%2$s.h\"\n".formatted(macro, top));
    boolean wide = network.inputs().stream().anyMatch(i -> i.max() > Integer.MAX_VALUE);
    String type = wide ? "int64_t" : "int32_t";
    calls.append(
        ("  for (row = 0; row < %5$d; row++) {\n      %4$s codes[%2$s_FEATURES];\n"
                + body
                + "      printf(\"\\n\");\n  }\n")
            .formatted(top, macro, result, type, rows));
  }

  /** What the program prints, a list of numbers a row. */
  List<List<Long>> run(CCompiler compiler) throws IOException, InterruptedException {
    String main =
        """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        %s
        static int64_t next(void) {
          long long number = 0;
          if (scanf("%%lld", &number) != 1) {
            exit(9);
          }
          return number;
        }
        int main(void) {
          int row;
        %s  return 0;
        }
        """
            .formatted(includes, calls);
    Path source = Files.writeString(folder.resolve("main.c"), main);
    Path input = Files.write(folder.resolve("input.txt"), lines);
    Path program = compiler.build(source);
    Path output = folder.resolve("output.txt");
    int exit =
        new ProcessBuilder(program.toString())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    List<List<Long>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(output, StandardCharsets.US_ASCII)) {
      rows.add(List.of(line.split(" ")).stream().map(Long::valueOf).toList());
    }
    assertThat(exit).as("exit code of the program, after %d rows", rows.size()).isZero();
    return rows;
  }
}
