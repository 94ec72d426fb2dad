package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegisterCheckTest {
  @TempDir Path folder;

  private static DesignCheck check(TestDesign design, Vectors vectors) {
    return new DesignCheck(design.hardware().netlist(), design.hardware().signature(), vectors, 11);
  }

  private VerilatorModel model(TestDesign design, DesignCheck check, UnaryOperator<String> edit)
      throws IOException {
    return VerilatorModel.build(
        check.records().verilog(design.write(folder.resolve("rtl"), edit)),
        VerilatorOptions.standard().withCache(folder.resolve("cache")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 300})
  void rightRegistersPassInJava(int count) {
    for (int stages : new int[] {1, 2, 5, 12}) {
      TestDesign design = TestDesign.onBus(stages);
      CheckResult result = check(design, design.vectors(count, 3)).inJava();
      assertThat(result.first()).isEmpty();
      assertThat(result.mismatches()).isZero();
      assertThat(result.latencyPredicted()).isEqualTo(stages + 3);
      assertThat(result.latencyMeasured()).isEqualTo(OptionalInt.of(stages + 3));
      assertThat(result.intervalMeasured()).isEmpty();
      assertThat(result.passed()).isTrue();
    }
  }

  @Test
  void rightRegistersPassInVerilator() throws IOException {
    Tools.need("verilator");
    for (Outputs outputs : Outputs.values()) {
      TestDesign design = TestDesign.onBus(TestDesign.onBus(3).network(), outputs, 3);
      DesignCheck check = check(design, design.vectors(400, 3));
      CheckResult result = check.withVerilator(model(design, check, text -> text));
      assertThat(result.first()).isEmpty();
      assertThat(result.passed()).isTrue();
      assertThat(result.cyclesCompared()).isGreaterThan(10_000);
    }
  }

  @Test
  void aWrongReferenceIsFound() {
    TestDesign design = TestDesign.onBus(3);
    long[][] codes = design.codes(100, 3);
    ReferenceModel reference = new ReferenceModel(design.network());
    long[][] scores = reference.scores(codes, 1);
    scores[91][2] += 1;
    Vectors vectors =
        new Vectors(design.hardware().signature(), codes, reference.classify(codes, 1), scores);
    Mismatch first = check(design, vectors).inJava().first().orElseThrow();
    assertThat(first.port()).isEqualTo("score_2");
    assertThat(first.vector()).isEqualTo(91);
    assertThat(first.expected()).isEqualTo(Long.toString(scores[91][2]));
    assertThat(first.found()).isEqualTo(Long.toString(scores[91][2] - 1));
  }
}
