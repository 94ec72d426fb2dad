package io.hdlgen.flow.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of ABC's words; a script says them. */
class AbcTest {
  @TempDir Path folder;

  private Abc abc(String words) throws IOException {
    return new Abc(script(folder, "echo '" + words + "'"), folder);
  }

  /** A program that stands for ABC. */
  static String script(Path folder, String line) throws IOException {
    Path program = Files.writeString(folder.resolve("abc.sh"), "#!/bin/sh\n" + line + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Networks are equivalent.  Time = 0.02 sec, EQUAL",
    "Networks are NOT EQUIVALENT.  Time = 0.02 sec, DIFFERENT",
    "Networks are UNDECIDED.  Time = 1.02 sec, UNDECIDED",
    "Timed out after 1 seconds., UNDECIDED"
  })
  void itsWordsAreUnderstood(String words, Abc.Answer answer) throws IOException {
    assertThat(abc(words).compare(new byte[0], new byte[0], 1)).isEqualTo(answer);
  }

  @Test
  void anEndWithoutAWordIsNoVerdict() throws IOException {
    assertThat(abc("").compare(new byte[0], new byte[0], 1)).isEqualTo(Abc.Answer.UNDECIDED);
  }

  @Test
  void aCrashIsAFailure() throws IOException {
    Abc abc = abc("Segmentation fault'; exit 1; echo '");
    assertThatThrownBy(() -> abc.compare(new byte[0], new byte[0], 1))
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("ended with exit code 1: Segmentation fault");
  }
}
