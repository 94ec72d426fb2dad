package io.hdlgen.benchmarks.folded;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Cells of an FPGA of the 7 series.
 *
 * @param luts look-up tables; those that serve as memory count as many as they take
 * @param blockRams of 36 kbit
 */
record Resources(int luts, int flipFlops, double blockRams, int dsps) {
  static final Resources NONE = new Resources(0, 0, 0, 0);

  Resources plus(Resources other) {
    return new Resources(
        luts + other.luts,
        flipFlops + other.flipFlops,
        blockRams + other.blockRams,
        dsps + other.dsps);
  }

  /**
   * Cells of a module and of those within it.
   *
   * @param modules of the statistics of Yosys
   */
  static Resources of(JsonNode modules, String module) {
    Resources sum = NONE;
    for (var cell : modules.get("\\" + module).get("num_cells_by_type").properties()) {
      String type = cell.getKey();
      Resources one = modules.has("\\" + type) ? of(modules, type) : cell(type);
      for (int i = 0; i < cell.getValue().asInt(); i++) {
        sum = sum.plus(one);
      }
    }
    return sum;
  }

  private static Resources cell(String type) {
    if (type.matches("LUT\\d|INV|SRL16E|SRLC32E")) {
      return new Resources(1, 0, 0, 0);
    }
    if (type.matches("RAM(32|64|128|256)X1[SD]|RAM(32|64)M")) {
      return new Resources(memoryLuts(type), 0, 0, 0);
    }
    if (type.matches("FD[RSCP]E(_1)?")) {
      return new Resources(0, 1, 0, 0);
    }
    if (type.startsWith("RAMB")) {
      return new Resources(0, 0, type.startsWith("RAMB18") ? 0.5 : 1, 0);
    }
    return type.startsWith("DSP48") ? new Resources(0, 0, 0, 1) : NONE;
  }

  private static int memoryLuts(String type) {
    return switch (type) {
      case "RAM32X1S", "RAM64X1S" -> 1;
      case "RAM32X1D", "RAM64X1D", "RAM128X1S" -> 2;
      default -> 4;
    };
  }
}
