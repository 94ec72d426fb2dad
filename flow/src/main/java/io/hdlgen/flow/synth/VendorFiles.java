package io.hdlgen.flow.synth;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.vivado.VivadoBoard;
import io.hdlgen.boards.vivado.VivadoDesign;
import io.hdlgen.boards.vivado.VivadoProject;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import java.util.List;
import java.util.Map;

/**
 * What the vendor's tool needs beside the files of the synthesis, where a board has such a tool.
 */
final class VendorFiles {
  private VendorFiles() {}

  /**
   * The files, by path; none for boards that open tools place.
   *
   * @param header line of comment at their top
   */
  static Map<String, String> of(DesignFiles design, Target target, String header) {
    return target
        .fpga()
        .flatMap(fpga -> VivadoBoard.of(target.name(), fpga))
        .map(board -> VivadoProject.files(board, vivado(design, header)))
        .orElse(Map.of());
  }

  private static VivadoDesign vivado(DesignFiles design, String header) {
    for (Field field : design.signature().inputs()) {
      if (field.encoding() == Encoding.THERMOMETER) {
        throw new InvalidInputException(
            "feature " + field.name(),
            "a thermometer, which the drivers of this board do not send",
            "unsigned, signed or bipolar features, or a target of open tools");
      }
    }
    return new VivadoDesign(
        design.signature(),
        design.options().clockMhz(),
        List.copyOf(design.verilog().keySet()),
        List.of(header));
  }
}
