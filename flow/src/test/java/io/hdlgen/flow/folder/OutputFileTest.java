package io.hdlgen.flow.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  private static final String OURS = "{\n  \"format\": \"hdlgen-network\",\n  \"version\": 1\n}\n";

  @TempDir Path folder;

  @Test
  void replacesOnlyWhatHdlgenWrote() throws IOException {
    Path file = folder.resolve("new/net.json");
    OutputFile.check(file);
    OutputFile.write(file, OURS);
    OutputFile.check(file);
    OutputFile.write(file, OURS + " ");
    assertThat(file).hasContent(OURS + " ");
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.tmp");

    Path mine = Files.writeString(folder.resolve("train.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> OutputFile.check(mine))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a file that hdlgen did not write");
    assertThatThrownBy(() -> OutputFile.check(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a folder");
  }

  @Test
  void sayWhyItCannotBeWritten() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "");
    assertThatThrownBy(() -> OutputFile.write(mine.resolve("net.json"), OURS))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("cannot write ");
  }
}
