package io.hdlgen.hdl.dma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.testing.VerilogTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DmaAdapterLintTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void isCleanVerilog(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    List<DmaWords> shapes =
        List.of(
            new DmaWords(64, 16, 1, 8),
            new DmaWords(64, 64, 3, 64),
            new DmaWords(32, 40, 2, 72),
            new DmaWords(8, 1568, 1, 8),
            new DmaWords(1024, 24, 5, 8));
    for (int i = 0; i < shapes.size(); i++) {
      String top = "door_dma" + i;
      VerilogFile file = DmaAdapter.verilog(top, shapes.get(i), List.of("An adapter"));
      Path place = Files.createDirectory(folder.resolve(top));
      tool.assertClean(shapes.get(i).toString(), place, top, List.of(file));
    }
  }

  @Test
  void countsWords() {
    DmaWords words = DmaWords.of(Designs.FOLDED.compile().signature(), 8);
    assertThat(words).isEqualTo(new DmaWords(8, 16, 2, 16));
    assertThat(words.beatWords()).isEqualTo(2);
    assertThat(words.inferenceWords()).isEqualTo(4);
    assertThat(words.resultWords()).isEqualTo(2);
  }

  @Test
  void refusesWordsThatNoMemoryAccessHas() {
    assertThatThrownBy(() -> new DmaWords(24, 16, 1, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("words of 24 bits");
    assertThatThrownBy(() -> DmaWords.of(Designs.BIPOLAR.compile().signature(), 64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bipolar has no streams");
  }
}
