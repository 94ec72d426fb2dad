package io.hdlgen.benchmarks.estimates;

import io.hdlgen.boards.fpga.Capacity;
import io.hdlgen.boards.fpga.Family;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a design is synthesized for. */
enum Tool {
  ICE40(Family.ICE40),
  /** Printed cells by the usual flow, in one pass. */
  PRINTED(null),
  /** Printed cells as {@code hdlgen synth} makes them, in many passes. */
  PRINTED_DEEP(null),
  XILINX(Family.XILINX7),
  ECP5(Family.ECP5),
  GOWIN(Family.GOWIN);

  /**
   * Cells of the printed library: areas of Bleier et al., "Printed Microprocessors", ISCA 2020, in
   * square micrometres. The buffer stands for two inverters, since the library has none.
   */
  private static final String GENLIB =
      """
      GATE _const0_ 0 Y=CONST0;
      GATE _const1_ 0 Y=CONST1;
      GATE BUFX 456840 Y=A;               PIN * NONINV 1 999 1 0 1 0
      GATE INVX1 228420 Y=!A;             PIN * INV    1 999 1 0 1 0
      GATE NAND2X1 247860 Y=!(A1*A2);     PIN * INV    1 999 1 0 1 0
      GATE NOR2X1  399500 Y=!(A1+A2);     PIN * INV    1 999 1 0 1 0
      GATE AND2X1  433500 Y=A1*A2;        PIN * NONINV 1 999 1 0 1 0
      GATE OR2X1   563530 Y=A1+A2;        PIN * NONINV 1 999 1 0 1 0
      GATE XOR2X1  1042800 Y=(A1*!A2)+(!A1*A2);   PIN * UNKNOWN 1 999 1 0 1 0
      GATE XNOR2X1 1347557 Y=(A1*A2)+(!A1*!A2);   PIN * UNKNOWN 1 999 1 0 1 0
      """;

  private static final String ONE_PASS = "strash;ifraig;scorr;dc2;dch,-f;map,-a;topo";
  private static final String COVER = "dch,-f;amap,-m;";
  private static final String MANY_PASSES =
      "strash;ifraig;scorr;"
          + "dc2;dc2;resub,-K,8,-N,2;rewrite,-z;resub,-K,12,-N,2;refactor,-z;".repeat(4)
          + COVER
          + ("strash;dc2;" + COVER).repeat(4)
          + "topo";

  private static final Pattern GATE = Pattern.compile("GATE (\\w+) +(\\d+) .*");
  private static final double FLIP_FLOP_UM2 = 2_776_000;
  private static final double UM2_PER_CM2 = 1e8;

  private final Family family;

  Tool(Family family) {
    this.family = family;
  }

  static Tool of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** What cells take of an FPGA. */
  Capacity use(Map<String, Long> cells) {
    return family.cells().use(cells, key());
  }

  /** The area of printed cells; what is no gate is a flip-flop. */
  static double areaCm2(Map<String, Integer> cells) {
    return areaCm2(cells, FLIP_FLOP_UM2);
  }

  /** The same without flip-flops. */
  static double logicCm2(Map<String, Integer> cells) {
    return areaCm2(cells, 0);
  }

  private static double areaCm2(Map<String, Integer> cells, double flipFlopUm2) {
    Map<String, Double> areas = new HashMap<>();
    GENLIB
        .lines()
        .map(GATE::matcher)
        .filter(Matcher::matches)
        .forEach(gate -> areas.put(gate.group(1), Double.parseDouble(gate.group(2))));
    double um2 = 0;
    for (Map.Entry<String, Integer> cell : cells.entrySet()) {
      um2 += cell.getValue() * areas.getOrDefault(cell.getKey(), flipFlopUm2);
    }
    return um2 / UM2_PER_CM2;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Files that the script reads, besides the design's. */
  static String genlib() {
    return GENLIB;
  }

  /**
   * The script of Yosys; its counts of cells go to {@code cells.json}.
   *
   * @param files of the design, parted by blanks
   */
  String script(String files, boolean dsp) {
    String read = "read_verilog " + files + "; ";
    String count = "; tee -q -o cells.json stat -json";
    String top = " -top " + RandomDesign.TOP;
    return read
        + switch (this) {
          case ICE40 ->
              "synth_ice40"
                  + (dsp ? " -dsp" : "")
                  + top
                  + count
                  + "; read_verilog harness.v; hierarchy -top "
                  + Harness.NAME
                  + "; flatten; write_json harness.json";
          case PRINTED, PRINTED_DEEP ->
              "synth -flatten"
                  + (this == PRINTED ? "" : " -noabc")
                  + top
                  + "; dfflegalize -cell $_DFF_P_ 01; opt_expr; opt_clean; abc -genlib cells.genlib -script +"
                  + (this == PRINTED ? ONE_PASS : MANY_PASSES)
                  + "; opt_clean -purge"
                  + count;
          case XILINX -> "synth_xilinx -family xc7 -flatten" + (dsp ? "" : " -nodsp") + top + count;
          case ECP5 -> "synth_ecp5" + (dsp ? "" : " -nodsp") + top + count;
          case GOWIN -> "synth_gowin" + top + count;
        };
  }
}
