package io.hdlgen.boards.vivado;

import io.hdlgen.boards.TargetCatalogue;
import java.util.Locale;

/** The boards of the three kinds. */
enum SampleBoards {
  ARTY_A7_35T,
  PYNQ_Z2,
  ZCU104;

  VivadoBoard board() {
    String target = name().toLowerCase(Locale.ROOT);
    return VivadoBoard.of(target, TargetCatalogue.builtIn().find(target).fpga().orElseThrow())
        .orElseThrow();
  }
}
