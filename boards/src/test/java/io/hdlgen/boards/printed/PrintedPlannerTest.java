package io.hdlgen.boards.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedPlannerTest {
  @Test
  void writesALibraryForTheMapper() {
    assertThat(Genlib.of(SmallLibrary.LIBRARY, Cell::areaUm2, cell -> cell != SmallLibrary.XOR))
        .isEqualTo(
            """
            GATE _const0_ 0 Y=CONST0;
            GATE _const1_ 0 Y=CONST1;
            GATE INV 1000000.0000 Y=(!A); PIN * UNKNOWN 1 999 1 0 1 0
            GATE NAND 2000000.0000 Y=(!A1*!A2)+(A1*!A2)+(!A1*A2); PIN * UNKNOWN 1 999 1 0 1 0
            """);
  }

  @Test
  void writesModelsOfTheCells() {
    assertThat(CellModels.of(SmallLibrary.LIBRARY))
        .contains(
            """
            module XOR (
                input  wire A1,
                input  wire A2,
                output wire Y
            );
              assign Y = (A1 & ~A2) | (~A1 & A2);
            endmodule
            """);
  }

  @Test
  void plansAStepForEachMapping() {
    BuildPlan plan =
        PrintedPlanner.plan(
            "top", Map.of("top.v", "module top; endmodule"), SmallLibrary.LIBRARY, Mapping.all());
    assertThat(plan.steps()).hasSize(1 + Mapping.all().size());
    assertThat(plan.files()).containsKeys("rtl/top.v", "prepare.ys", "cells.v", "nand.genlib");
    assertThat(plan.files().get("nand.genlib")).contains("GATE NAND").doesNotContain("GATE XOR");
    assertThat(plan.files().get("area.ys"))
        .contains("abc -genlib area.genlib -script +strash;ifraig;scorr;dc2;dch,-f;map,-a;topo\n");
    assertThat(plan.files().get("leakage.genlib")).contains("GATE INV 505.0000 ");
    for (BuildStep step : plan.steps()) {
      assertThat(step.program()).isEqualTo("yosys");
      assertThat(plan.files()).containsKey(step.arguments().get(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"egfet_1v0", "egfet_0v6", "cnt_3v0"})
  void everyTechnologyCanBeMappedTo(String name) {
    Target target = TargetCatalogue.builtIn().find(name);
    CellLibrary library = target.printed().orElseThrow().library();
    assertThat(library.cells())
        .extracting(Cell::name)
        .containsExactly("INVX1", "NAND2X1", "NOR2X1", "AND2X1", "OR2X1", "XOR2X1", "XNOR2X1");
    assertThat(library.smallest("!(a*b)", List.of("a", "b")).orElseThrow().name())
        .isEqualTo("NAND2X1");
    assertThat(library.smallest("!(a^b)", List.of("a", "b")).orElseThrow().name())
        .isEqualTo("XNOR2X1");
    assertThat(library.smallest("a*b", List.of("a", "b")).orElseThrow().name()).isEqualTo("AND2X1");
  }

  @Test
  void oneMappingTakesInvertersAndNandAlone() {
    CellLibrary library =
        TargetCatalogue.builtIn().find("egfet_1v0").printed().orElseThrow().library();
    Mapping nand =
        Mapping.all().stream().filter(mapping -> mapping.name().equals("nand")).findFirst().get();
    assertThat(library.cells().stream().filter(nand.allowed()).map(Cell::name))
        .containsExactly("INVX1", "NAND2X1");
  }

  /** Averages of power in microwatts at 1.0 V as published with the cells. */
  @Test
  void averagesAreThePublishedOnes() {
    CellLibrary library =
        TargetCatalogue.builtIn().find("egfet_1v0").printed().orElseThrow().library();
    Map<String, Double> published =
        Map.of(
            "INVX1", 9.89, "NAND2X1", 4.93, "NOR2X1", 14.8, "AND2X1", 19.5, "OR2X1", 20.0, "XOR2X1",
            24.3, "XNOR2X1", 34.2);
    published.forEach(
        (name, microwatts) ->
            assertThat(library.cell(name).orElseThrow().meanStaticNw() / 1000)
                .as(name)
                .isCloseTo(microwatts, within(0.06)));
  }

  @Test
  void tablesAreReadStrictly() {
    assertThatThrownBy(() -> CellTable.read("t", "cells=A"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("t: supplyVolts is missing");
    assertThatThrownBy(() -> CellTable.read("t", "supplyVolts=1 2\ncells=A"))
        .hasMessage("t: supplyVolts is not 1 numbers");
    assertThatThrownBy(() -> CellTable.read("t", "supplyVolts=x\ncells=A"))
        .hasMessage("t: supplyVolts: x is no number");
  }
}
