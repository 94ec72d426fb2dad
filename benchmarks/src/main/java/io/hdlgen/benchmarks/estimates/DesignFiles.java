package io.hdlgen.benchmarks.estimates;

import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.emit.VerilogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The files of a design, as tools read them.
 *
 * @param names parted by blanks
 * @param sha256 of the Verilog
 */
record DesignFiles(Path folder, String names, String sha256) {
  static DesignFiles write(HardwareDesign design, Path folder) throws IOException {
    for (VerilogFile file : design.files()) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
    Files.writeString(folder.resolve("harness.v"), Harness.verilog(design.netlist()));
    Files.writeString(folder.resolve("cells.genlib"), Tool.genlib());
    return new DesignFiles(
        folder,
        design.files().stream().map(VerilogFile::name).collect(Collectors.joining(" ")),
        sha256(design));
  }

  static String sha256(HardwareDesign design) {
    return Sha256.of(design.files().stream().map(VerilogFile::text).collect(Collectors.joining()));
  }
}
