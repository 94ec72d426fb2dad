package io.hdlgen.boards;

import io.hdlgen.boards.fpga.Capacity;
import io.hdlgen.boards.fpga.Family;
import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.boards.fpga.Resource;
import io.hdlgen.boards.printed.CellTable;
import io.hdlgen.hdl.cost.CostModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Makes a target of its folder. */
final class TargetReader {
  private static final String FAMILY = "family";
  private static final String CELLS = "cells";

  private TargetReader() {}

  /**
   * @throws IllegalStateException if the folder is not in order
   */
  static Target read(TargetFolder folder) {
    Target target =
        new Target(
            folder.name(),
            folder.text("description"),
            new CostModel(
                folder.name(),
                folder.number("registerNs"),
                folder.number("logicNs"),
                folder.number("carryBaseNs"),
                folder.number("carryPerBitNs")),
            technology(folder));
    folder.checkAllRead();
    return target;
  }

  private static Technology technology(TargetFolder folder) {
    if (folder.has(FAMILY)) {
      return new Technology.Board(fpga(folder));
    }
    return folder.has(CELLS)
        ? new Technology.Printed(CellTable.read(folder.name(), folder.file(CELLS)))
        : new Technology.Portable();
  }

  private static Fpga fpga(TargetFolder folder) {
    Map<Resource, Long> counts = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      counts.put(resource, (long) folder.integer(resource.key()));
    }
    return new Fpga(
        folder.choice(FAMILY, Family.class),
        folder.text("part"),
        folder.text("device"),
        folder.text("package"),
        new Capacity(counts),
        folder.number("clockMhz"),
        folder.has("baud")
            ? Optional.of(
                new Fpga.SerialBoard(
                    folder.integer("baud"),
                    folder.integer("leds"),
                    Boolean.parseBoolean(folder.text("ledsLow"))))
            : Optional.empty(),
        folder.has("processor")
            ? Optional.of(new Fpga.VendorBoard(folder.text("boardPart"), folder.text("processor")))
            : Optional.empty(),
        folder.has("programmer") ? folder.text("programmer") : "",
        folder.file("constraints"));
  }
}
