package io.hdlgen.explore.recommended;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.fpga.SynthesisFiles;
import io.hdlgen.boards.plan.ToolReportException;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import io.hdlgen.boards.printed.GateNetlistReader;
import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.synth.DesignFiles;
import io.hdlgen.flow.synth.PortRows;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A design as synthesis left it in its folder: the gates that would be printed.
 *
 * @param target that it was mapped for
 * @param network that it computes
 * @param signature its ports
 * @param circuit its gates, and what they take over the rows
 * @param rows of inputs, {@code [row][port]}
 */
public record MappedDesign(
    Target target,
    IntegerNetwork network,
    Signature signature,
    PrintedCircuit circuit,
    long[][] rows) {

  /**
   * Reads a design folder.
   *
   * @param target a printed one that the design was synthesized for
   * @param mapping the name of the mapping that was kept
   * @param samples over which power is averaged
   * @throws InvalidInputException if the folder is not whole
   * @throws ToolReportException if the netlist holds anything but combinational cells of the
   *     target's library, or has ports too narrow for the samples
   */
  public static MappedDesign read(Path design, String target, String mapping, Samples samples) {
    DesignFiles files = DesignFiles.read(design);
    Target found = TargetCatalogue.builtIn().find(target);
    PrintedTechnology technology = found.printed().orElseThrow();
    IntegerNetwork network = NetworkJson.read(files.folder().file(DesignFolder.NETWORK));
    Path file =
        design
            .resolve(DesignFolder.SYNTHESIS)
            .resolve(found.name())
            .resolve(SynthesisFiles.NETLIST_JSON);
    GateNetlist netlist =
        GateNetlistReader.read(
            text(file), files.signature().top(), technology.library(), file.toString());
    long[][] rows = rows(netlist, files.signature(), FeatureRows.codes(network, samples), file);
    PrintedCircuit circuit =
        PrintedCircuit.of(
            Mapping.all().stream()
                .filter(each -> each.name().equals(mapping))
                .findFirst()
                .orElseThrow(),
            netlist,
            rows,
            technology,
            files.signature().inputs().stream()
                .filter(field -> field.encoding() == Encoding.THERMOMETER)
                .map(Field::port)
                .collect(Collectors.toSet()));
    return new MappedDesign(found, network, files.signature(), circuit, rows);
  }

  private static long[][] rows(
      GateNetlist netlist, Signature signature, long[][] codes, Path file) {
    check(netlist.inputs(), signature.inputs(), file);
    check(netlist.outputs(), signature.outputs(), file);
    try {
      return PortRows.of(netlist, signature, codes);
    } catch (IllegalArgumentException e) {
      throw new ToolReportException(file.toString(), e.getMessage());
    }
  }

  private static void check(List<PortNets> ports, List<Field> fields, Path file) {
    for (Field field : fields) {
      int bits =
          ports.stream()
              .filter(port -> port.name().equals(field.port()))
              .mapToInt(port -> port.nets().size())
              .findFirst()
              .orElse(0);
      if (bits != field.width()) {
        throw new ToolReportException(
            file.toString(),
            "port %s has %d bits, its values %d".formatted(field.port(), bits, field.width()));
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "no readable file (" + e.getMessage() + ")", "what synth wrote", e);
    }
  }
}
