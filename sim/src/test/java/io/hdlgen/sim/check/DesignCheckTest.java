package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogNames;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DesignCheckTest {
  @TempDir Path folder;

  private VerilatorModel model(TestDesign design, DesignCheck check, UnaryOperator<String> edit)
      throws IOException {
    return model(design, check, edit, false);
  }

  private VerilatorModel model(
      TestDesign design, DesignCheck check, UnaryOperator<String> edit, boolean trace)
      throws IOException {
    return VerilatorModel.build(
        check.records().verilog(design.write(folder.resolve("rtl"), edit)),
        VerilatorOptions.standard().withCache(folder.resolve("cache")).withTrace(trace));
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

  @Test
  void aChangedConstantIsTracedToItsNeuron() throws IOException {
    Tools.need("verilator");
    for (Architecture architecture : Architecture.values()) {
      TestDesign design = TestDesign.of(architecture, 1);
      DesignCheck check = check(design, design.vectors(200, 3));
      String broken = firstConstantOf(design, "l1_n2_");
      VerilatorModel model = model(design, check, text -> change(text, broken), false);
      CheckResult result = check.withVerilator(model);
      assertThat(result.passed()).isFalse();
      Mismatch first = result.first().orElseThrow();
      assertThat(first.witnesses()).isEqualTo("java, verilator");

      VerilatorModel traced = model(design, check, text -> change(text, broken), true);
      WireDifference wire =
          new MismatchTracer(check, VerilogNames::of).trace(traced, first.cycle()).orElseThrow();
      assertThat(wire.cycle()).isLessThanOrEqualTo(first.cycle());
      assertThat(wire.origin().layer()).isEqualTo(1);
      assertThat(wire.origin().neuron()).isEqualTo(2);
      assertThat(wire.describe()).startsWith("layer 1 neuron 2 (").contains("l1_n2_");
    }
  }

  /** The first line that gives a wire of this neuron, with a constant in it. */
  private static String firstConstantOf(TestDesign design, String prefix) {
    return design.hardware().files().stream()
        .flatMap(file -> file.text().lines())
        .filter(line -> line.matches(".*\\b" + prefix + "\\w+ *=.*'s?d[1-9].*"))
        .findFirst()
        .orElseThrow();
  }

  private static String change(String text, String line) {
    Matcher constant = Pattern.compile("'(s?)d([1-9][0-9]*)").matcher(line);
    assertThat(constant.find()).isTrue();
    int value = Integer.parseInt(constant.group(2));
    String changed =
        line.substring(0, constant.start())
            + "'"
            + constant.group(1)
            + "d"
            + (value ^ 1)
            + line.substring(constant.end());
    return text.replace(line, changed);
  }

  @Test
  void aRightDesignHasNoWireToBlame() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.of(Architecture.UNROLLED, 1);
    DesignCheck check = check(design, design.vectors(50, 3));
    VerilatorModel traced = model(design, check, text -> text, true);
    assertThat(new MismatchTracer(check, VerilogNames::of).trace(traced, 400)).isEmpty();
  }
}
