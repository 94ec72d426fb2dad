package io.hdlgen.hdl.board;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.board.BoardOptions.Reset;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.hdl.verify.NetlistVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every tool reads the tops of boards without a word, together with their cores. */
class BoardLintTest {
  private static final String IDENTITY = "0123456789abcdef";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void boardsAreClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (Designs sample : Designs.values()) {
      int which = sample.ordinal();
      Reset reset = Reset.values()[which % 3];
      BoardOptions options =
          new BoardOptions(12_000_000, 115_200, reset, which, which % 2 == 1, IDENTITY);
      HardwareDesign design = sample.compile();
      List<VerilogFile> files = new ArrayList<>(design.files());
      files.addAll(BoardTop.of(options, design.signature()).files(List.of("Board")));
      Path place = Files.createDirectory(folder.resolve(sample.top()));
      tool.assertClean("board of " + sample, place, BoardTop.NAME, files);
    }
  }

  @ParameterizedTest
  @EnumSource(Designs.class)
  void bridgesAreWellFormed(Designs sample) {
    BoardOptions options = new BoardOptions(27_000_000, 1_000_000, Reset.NONE, 5, false, IDENTITY);
    HardwareDesign design = sample.compile();
    NetlistVerifier.verify(BoardTop.of(options, design.signature()).bridge(design.netlist()));
  }
}
