package io.hdlgen.sim.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.c.CHeader;
import io.hdlgen.hdl.driver.RegisterHeader;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.check.TestDesign;
import io.hdlgen.sim.tool.ToolRun;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The C header of the registers, by a C compiler. */
final class RegisterHeaderTest {
  private static final List<String> COMPILER =
      List.of("gcc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror");

  @TempDir Path folder;

  /** Beside the header of the network, whichever comes first. */
  @ParameterizedTest
  @EnumSource(Outputs.class)
  void isCleanC(Outputs outputs) throws IOException {
    Tools.need("gcc");
    TestDesign design = TestDesign.onBus(TestDesign.onBus(2).network(), outputs, 2);
    Signature signature = design.hardware().signature();
    write(
        signature, "#define TINY_WITH_ENCODE\n#include \"tiny.h\"\nint main(void) { return 0; }\n");
    Files.writeString(
        folder.resolve("tiny.h"), CHeader.of("tiny", design.network(), List.of("A network")));
    Files.writeString(
        folder.resolve("other.c"),
        """
        #include "tiny.h"
        #include "tiny_registers.h"
        int other(volatile uint32_t *base, const int32_t *codes);
        int other(volatile uint32_t *base, const int32_t *codes)
        {
            int64_t scores[TINY_SCORES];
            return tiny_infer(base, codes) == tiny_classify(codes, scores);
        }
        """);
    assertThat(run(with(COMPILER, "-o", "program", "program.c", "other.c", "-lm")))
        .isEqualTo(new ToolRun(0, ""));
  }

  /** Memory in place of the bus, with the results there from the start. */
  @Test
  void writesWordsAndReadsResults() throws IOException {
    Tools.need("gcc");
    write(
        TestDesign.onBus(2).hardware().signature(),
        """
        #include <stdio.h>
        int main(void)
        {
            static uint32_t memory[64];
            const int32_t codes[TINY_FEATURES] = {7, 15, 31, -4, 7, -16, -1, 1, -1};
            int i;
            memory[TINY_STATUS / 4] = TINY_STATUS_DONE;
            memory[TINY_CLASS / 4] = 2;
            memory[TINY_SCORE(1) / 4] = (uint32_t)-5;
            memory[TINY_SCORE(2) / 4] = 5;
            printf("%d", tiny_infer(memory, codes));
            for (i = 0; i < TINY_READABLE_SCORES; i++) {
                printf(" %ld", (long)tiny_score(memory, i));
            }
            printf(" %x", (unsigned)memory[TINY_CONTROL / 4]);
            tiny_start(memory, 1);
            printf(" %x:", (unsigned)memory[TINY_CONTROL / 4]);
            for (i = 0; i < TINY_FEATURES; i++) {
                printf(" %x", (unsigned)memory[TINY_FEATURE(i) / 4]);
            }
            return 0;
        }
        """);
    assertThat(run(with(COMPILER, "-o", "program", "program.c"))).isEqualTo(new ToolRun(0, ""));
    assertThat(run(List.of("./program")).output())
        .isEqualTo("2 0 -5 5 1 3: 7 f 1f fffffffc 7 fffffff0 0 1 0");
  }

  private void write(Signature signature, String program) throws IOException {
    Files.writeString(
        folder.resolve(RegisterHeader.name(signature)),
        RegisterHeader.of(signature, List.of("A header with */ in it")));
    Files.writeString(folder.resolve("program.c"), "#include \"tiny_registers.h\"\n" + program);
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return all;
  }

  private ToolRun run(List<String> command) {
    return ToolRun.of(command, folder, Map.of(), folder.resolve("log"), Duration.ofMinutes(1));
  }
}
