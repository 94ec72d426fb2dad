package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DesignCheckTest {
  @TempDir Path folder;

  private VerilatorModel model(TestDesign design, DesignCheck check, UnaryOperator<String> edit)
      throws IOException {
    return VerilatorModel.build(
        check.records().verilog(design.write(folder.resolve("rtl"), edit)),
        VerilatorOptions.standard().withCache(folder.resolve("cache")));
  }

  private static DesignCheck check(TestDesign design, Vectors vectors) {
    return new DesignCheck(design.hardware().netlist(), design.hardware().signature(), vectors, 11);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 300})
  void aRightStreamPassesInJava(int count) {
    for (int stages : new int[] {1, 2, 5, 12}) {
      TestDesign design = TestDesign.of(Architecture.UNROLLED, stages);
      CheckResult result = check(design, design.vectors(count, 3)).inJava();
      assertThat(result.first()).isEmpty();
      assertThat(result.mismatches()).isZero();
      assertThat(result.vectors()).isEqualTo(count);
      assertThat(result.latencyMeasured()).isEqualTo(OptionalInt.of(stages));
      assertThat(result.intervalMeasured()).isEqualTo(OptionalInt.of(1));
      assertThat(result.passed()).isTrue();
      assertThat(result.witnesses()).containsExactly("reference", "java");
    }
  }

  @Test
  void aRightStreamPassesInVerilator() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.of(Architecture.UNROLLED, 5);
    DesignCheck check = check(design, design.vectors(2000, 3));
    CheckResult result = check.withVerilator(model(design, check, text -> text));
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.cyclesCompared()).isGreaterThan(2000);
    assertThat(result.witnesses()).containsExactly("reference", "java", "verilator");
  }

  @Test
  void aRightCircuitWithoutAClockPasses() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.of(Architecture.COMBINATIONAL, 1);
    DesignCheck check = check(design, design.vectors(500, 3));
    assertThat(check.inJava().passed()).isTrue();
    CheckResult result = check.withVerilator(model(design, check, text -> text));
    assertThat(result.passed()).isTrue();
    assertThat(result.cyclesCompared()).isEqualTo(500);
    assertThat(result.latencyMeasured()).isEqualTo(OptionalInt.of(0));
    assertThat(result.intervalMeasured()).isEmpty();
  }

  @Test
  void aWrongReferenceIsFound() {
    for (Architecture architecture : Architecture.values()) {
      TestDesign design = TestDesign.of(architecture, 3);
      long[][] codes = design.codes(100, 3);
      ReferenceModel reference = new ReferenceModel(design.network());
      long[][] scores = reference.scores(codes, 1);
      scores[71][2] += 1;
      Vectors vectors =
          new Vectors(design.hardware().signature(), codes, reference.classify(codes, 1), scores);
      CheckResult result = check(design, vectors).inJava();
      assertThat(result.passed()).isFalse();
      Mismatch first = result.first().orElseThrow();
      assertThat(first.witnesses()).isEqualTo("reference, java");
      assertThat(first.port()).isEqualTo("score_2");
      assertThat(first.vector()).isEqualTo(71);
      assertThat(first.expected()).isEqualTo(Long.toString(scores[71][2]));
      assertThat(first.found()).isEqualTo(Long.toString(scores[71][2] - 1));
    }
  }

  @Test
  void brokenHandshakesInVerilogAreFound() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.of(Architecture.UNROLLED, 3);
    DesignCheck check = check(design, design.vectors(300, 3));
    for (String[] edit :
        List.of(
            new String[] {
              "assign s_axis_tready = move_q;", "assign s_axis_tready = m_axis_tready;"
            },
            new String[] {"if (free) begin", "if (free || s_axis_tvalid) begin"})) {
      boolean[] met = {false};
      VerilatorModel model =
          model(
              design,
              check,
              text -> {
                met[0] |= text.contains(edit[0]);
                return text.replace(edit[0], edit[1]);
              });
      assertThat(met[0]).as(edit[0]).isTrue();
      CheckResult result = check.withVerilator(model);
      assertThat(result.passed()).isFalse();
      assertThat(result.first().orElseThrow().witnesses()).isEqualTo("java, verilator");
    }
  }
}
