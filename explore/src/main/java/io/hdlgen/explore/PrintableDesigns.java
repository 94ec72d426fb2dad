package io.hdlgen.explore;

import io.hdlgen.boards.plan.ToolReportException;
import io.hdlgen.explore.recommended.MappedDesign;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.sim.tool.ToolException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the netlists of designs as they lie in their folders, so that no report is written of one
 * that cannot be printed.
 */
final class PrintableDesigns {
  private PrintableDesigns() {}

  /**
   * The mapped designs by the same ids.
   *
   * @param samples whose codes each has to take
   * @throws ToolException naming the circuit, if its netlist holds a cell that is not in the
   *     target's library, a register or a latch, or if a value is wider than its port
   */
  static Map<String, MappedDesign> read(
      Map<String, MadeDesign> designs, String target, Samples samples) {
    Map<String, MappedDesign> mapped = new LinkedHashMap<>();
    designs.forEach(
        (id, design) -> {
          try {
            mapped.put(id, MappedDesign.read(design.folder(), target, design.mapping(), samples));
          } catch (ToolReportException e) {
            throw new ToolException(
                ToolException.Reason.CRASHED, id + " cannot be printed: " + e.getMessage(), e);
          }
        });
    return mapped;
  }
}
