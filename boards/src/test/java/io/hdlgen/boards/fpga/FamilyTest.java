package io.hdlgen.boards.fpga;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds of the tools of every board. */
class FamilyTest {
  private static final Map<String, String> VERILOG = Map.of("a.v", "module a;", "b.v", "module b;");

  private static final List<Target> BOARDS =
      TargetCatalogue.builtIn().targets().stream()
          .filter(target -> target.fpga().isPresent())
          .toList();

  @Test
  void theCoresNetlistIsWrittenBeforeAllBecomesOne() {
    for (Target target : BOARDS) {
      String script = plan(target, Optional.of("b")).files().get(SynthesisFiles.SCRIPT);
      assertThat(script)
          .as(target.name())
          .containsSubsequence(
              "read_verilog rtl/a.v",
              "read_verilog rtl/b.v",
              "hierarchy -check -top b",
              "setattr -mod -set keep_hierarchy 1 a",
              "synth_",
              "-top b",
              "check -assert",
              "hierarchy -top a",
              "write_verilog -noattr netlist.v",
              "write_json netlist.json",
              "flatten",
              "write_json board.json");
    }
  }

  @Test
  void aCoreByItselfIsSynthesizedOnly() {
    for (Target target : BOARDS) {
      BuildPlan plan = plan(target, Optional.empty());
      assertThat(plan.steps())
          .extracting(BuildStep::products)
          .as(target.name())
          .containsExactly(List.of("netlist.v", "netlist.json"));
      assertThat(plan.files().get(SynthesisFiles.SCRIPT)).doesNotContain("keep_hierarchy");
    }
  }

  @Test
  void whatPlacesAlsoWritesABitstream() {
    for (Target target : BOARDS) {
      Fpga fpga = target.fpga().orElseThrow();
      List<BuildStep> steps = plan(target, Optional.of("b")).steps();
      if (fpga.family().hasPlacement()) {
        assertThat(steps).as(target.name()).hasSize(3);
        assertThat(steps.get(1).products()).contains(SynthesisFiles.PLACEMENT);
        assertThat(steps.get(1).arguments()).containsSubsequence("--freq", "48.000");
        assertThat(steps.get(2).products())
            .containsExactly(fpga.family().bitstream(sources(Optional.of("b"))).orElseThrow());
      } else {
        assertThat(steps).as(target.name()).hasSize(1);
      }
    }
  }

  @Test
  void everyPinOfTheTopIsInTheConstraints() {
    for (Target target : BOARDS) {
      Fpga fpga = target.fpga().orElseThrow();
      fpga.serial()
          .ifPresent(
              serial -> {
                assertThat(fpga.constraints())
                    .as(target.name())
                    .contains("clk_i", "uart_rx_i", "uart_tx_o");
                if (fpga.family().hasPlacement()) {
                  assertThat(fpga.constraints()).as(target.name()).contains("can_rx_i");
                }
                for (int led = 0; led < serial.leds(); led++) {
                  assertThat(fpga.constraints()).as(target.name()).contains("led_o[" + led + "]");
                }
                assertThat(fpga.constraints()).doesNotContain("led_o[" + serial.leds() + "]");
              });
    }
  }

  private static BuildPlan plan(Target target, Optional<String> board) {
    Fpga fpga = target.fpga().orElseThrow();
    return fpga.family().plan(fpga, sources(board));
  }

  private static Sources sources(Optional<String> board) {
    return new Sources("a", board, VERILOG, 48);
  }
}
