package io.hdlgen.boards.fpga;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is synthesized.
 *
 * @param core name of the module that computes; its ports are those of the design
 * @param board name of the module around it that has the board's pins; empty: the core by itself
 * @param verilog text by file name, of all modules
 * @param clockMhz the clock to aim at
 */
public record Sources(
    String core, Optional<String> board, SortedMap<String, String> verilog, double clockMhz) {
  /** The folder of the Verilog files in a plan. */
  public static final String FOLDER = "rtl";

  /** The name under which a board's top holds the core. */
  public static final String CORE_INSTANCE = "core";

  public Sources(
      String core, Optional<String> board, Map<String, String> verilog, double clockMhz) {
    this(core, board, new TreeMap<>(verilog), clockMhz);
  }

  public Sources {
    verilog = Collections.unmodifiableSortedMap(new TreeMap<>(verilog));
  }

  /** The module that is placed. */
  public String top() {
    return board.orElse(core);
  }
}
