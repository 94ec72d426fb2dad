package io.hdlgen.boards.fpga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.boards.plan.ToolReportException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellCountsTest {
  private static final String NETLIST =
      """
      { "creator": "Yosys",
        "modules": {
          "core": {
            "attributes": { "cells": { "x": { "type": "WRONG" } } },
            "ports": { "a": { "bits": [2] } },
            "cells": {
              "a": { "hide_name": 0, "type": "SB_LUT4", "parameters": { "type": "no" } },
              "b": { "type": "SB_DFF", "connections": { "C": [ 2 ] } },
              "c": { "type": "SB_LUT4" },
              "d": { "type": "$scopeinfo" } } },
          "other": { "cells": { } } } }
      """;

  @Test
  void countsByType() {
    assertThat(CellCounts.of(new StringReader(NETLIST), "core", "n.json"))
        .isEqualTo(Map.of("SB_LUT4", 2L, "SB_DFF", 1L));
  }

  @Test
  void anEmptyModuleHasNoCells() {
    assertThat(CellCounts.of(new StringReader(NETLIST), "other", "n.json")).isEmpty();
  }

  @Test
  void saysWhatIsNotThere() {
    assertThatThrownBy(() -> CellCounts.of(new StringReader(NETLIST), "third", "n.json"))
        .isInstanceOf(ToolReportException.class)
        .hasMessage("n.json is not as expected: it has no cells of module third");
    assertThatThrownBy(() -> CellCounts.of(new StringReader("{\"modules\": {"), "core", "n.json"))
        .isInstanceOf(ToolReportException.class)
        .hasMessageStartingWith("n.json is not as expected: Unexpected end-of-input");
    assertThatThrownBy(() -> CellCounts.of(new StringReader(""), "core", "n.json"))
        .isInstanceOf(ToolReportException.class);
  }
}
