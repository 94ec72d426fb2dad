package io.hdlgen.flow.serial;

import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.FileTree;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.hdl.board.BoardOptions;
import io.hdlgen.hdl.board.BoardOptions.Reset;
import io.hdlgen.hdl.board.BoardTop;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.verilator.LineNoise;
import io.hdlgen.sim.verilator.SerialBoard;
import io.hdlgen.sim.verilator.VerilatorOptions;
import io.hdlgen.sim.verilator.VerilatorOptions.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Boards that are simulated: the whole top, from the pins on, of a design's Verilog files. */
public final class SimulatedBoard {
  private static final long CLOCK_HZ = 12_000_000;

  private SimulatedBoard() {}

  /**
   * Builds and starts a board with a design.
   *
   * @param seed of the noise, and of what registers hold at first
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the design is none for a serial line
   * @throws io.hdlgen.sim.tool.ToolException if Verilator fails
   */
  public static SerialBoard start(
      DesignFolder design, Signature signature, int baud, int seed, LineNoise noise) {
    BoardOptions options =
        new BoardOptions(CLOCK_HZ, baud, Reset.NONE, 0, false, DesignIdentity.of(design));
    BoardTop top = BoardTop.of(options, signature);
    Path folder = null;
    try {
      folder = Files.createTempDirectory("hdlgen-board-");
      try {
        List<Path> files = new ArrayList<>(rtl(design));
        for (VerilogFile file : top.files(List.of("A simulated board"))) {
          files.add(Files.writeString(folder.resolve(file.name()), file.text()));
        }
        VerilatorOptions verilator =
            VerilatorOptions.standard().withSpeed(Speed.RUN).withStrict(design.changed().isEmpty());
        Path program = SerialBoard.build(files, BoardTop.NAME, options.cyclesPerBit(), verilator);
        return SerialBoard.start(program, seed, noise);
      } finally {
        FileTree.delete(folder);
      }
    } catch (IOException e) {
      throw OutputException.writing(folder == null ? Path.of("temporary folder") : folder, e);
    }
  }

  private static List<Path> rtl(DesignFolder design) throws IOException {
    try (Stream<Path> files = Files.list(design.file(DesignFolder.RTL))) {
      return files.filter(file -> file.toString().endsWith(".v")).sorted().toList();
    }
  }
}
