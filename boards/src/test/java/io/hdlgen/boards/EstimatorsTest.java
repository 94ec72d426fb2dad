package io.hdlgen.boards;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.estimate.Estimate;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.hdl.estimate.PrintedEstimate;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatorsTest {
  private static final Netlist ADDER = adder();

  private static Netlist adder() {
    Origin origin = Origin.of("x");
    ModuleBuilder builder = new ModuleBuilder("top");
    int a = builder.input(origin, Range.unsigned(8), "a_i");
    int b = builder.input(origin, Range.unsigned(8), "b_i");
    builder.output(origin, "y_o", builder.add(origin, a, b));
    return new Netlist(List.of(builder.build()));
  }

  @Test
  void everyTargetOfATechnologyHasEstimates() {
    for (Target target : TargetCatalogue.builtIn().targets()) {
      boolean portable = target.technology() instanceof Technology.Portable;
      assertThat(Estimators.of(target).isEmpty()).as(target.name()).isEqualTo(portable);
      if (!portable) {
        Estimate estimate = Estimators.of(target).orElseThrow().estimate(ADDER);
        assertThat(size(estimate)).as(target.name()).isBetween(0.001, 20.0);
      }
    }
  }

  @Test
  void estimatesAreThoseOfTheFamily() {
    TargetCatalogue targets = TargetCatalogue.builtIn();
    FpgaEstimate small =
        (FpgaEstimate) Estimators.of(targets.find("icebreaker")).orElseThrow().estimate(ADDER);
    FpgaEstimate large =
        (FpgaEstimate) Estimators.of(targets.find("arty_a7_35t")).orElseThrow().estimate(ADDER);
    assertThat(small.carries()).isEqualTo(8);
    assertThat(large.carries()).isEqualTo(2);
    assertThat(large.fmaxMhz()).isGreaterThan(small.fmaxMhz());
  }

  /** Nine NAND gates make a full adder of 2.2 square millimetres. */
  @Test
  void printedEstimatesAreInSquareCentimetres() {
    PrintedEstimate found = Estimators.printed("egfet_1v0").estimate(ADDER);
    assertThat(found.areaCm2()).isBetween(0.1, 0.3);
    assertThat(found.staticPowerMw()).isBetween(0.3, 1.0);
    assertThat(Estimators.printed("egfet_0v6").estimate(ADDER).staticPowerMw())
        .isLessThan(found.staticPowerMw() / 2);
  }

  private static double size(Estimate estimate) {
    return estimate instanceof FpgaEstimate fpga
        ? fpga.luts()
        : ((PrintedEstimate) estimate).areaCm2();
  }
}
