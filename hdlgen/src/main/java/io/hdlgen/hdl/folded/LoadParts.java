package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.load.LoadMap;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.top.LoadPort;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of a design that depend on whether its numbers are built in or loaded.
 *
 * @param map what is loaded; empty if all is built in
 * @param waiting a number of inferences that are never under way at the same time
 */
record LoadParts(Optional<LoadMap> map, int waiting) {
  /** Registers between the layers and the module that loads. */
  private static final int MARGIN = 6;

  private int countBits() {
    return Range.of(0, waiting).width();
  }

  /** Where a layer has its words from. */
  Function<ModuleBuilder, WordSource> words(int layer) {
    return map.isEmpty()
        ? ConstantWords::new
        : builder -> new LoadableWords(builder, layer, map.get(), countBits());
  }

  /**
   * What the top does about loading.
   *
   * @param delay cycles from the issue of a slot to the last read for it, or more
   * @param modules gets the module that loads
   */
  Function<ModuleBuilder, Loading> loading(
      String name, Optional<LoadableDesign> design, int delay, List<HdlModule> modules) {
    if (map.isEmpty()) {
      return builder -> Loading.NONE;
    }
    HdlModule loader =
        LoadPort.of(name, map.get(), design.orElseThrow().checksum(), delay + MARGIN);
    modules.add(loader);
    return builder -> new LoadControl(builder, loader, countBits());
  }
}
