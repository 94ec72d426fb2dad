package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.cycle.ModuleSketch;
import io.hdlgen.sim.tool.ToolRun;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import io.hdlgen.sim.verilator.VerilogDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
      DesignCheck check = check(design, design.vectors(count, 3));
      CheckResult result = check.inJava();
      assertThat(check.inJavaWithRanges()).isEqualTo(result);
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
  void aRightFoldedDesignPasses() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.of(Architecture.FOLDED, 1);
    DesignCheck check = check(design, design.vectors(300, 3));
    assertThat(check.inJava().passed()).isTrue();
    CheckResult result = check.withVerilator(model(design, check, text -> text));
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isTrue();
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

  /** Without folded ones: their operators serve many neurons. */
  @Test
  void aChangedOperatorIsTracedToItsNeuron() throws IOException {
    Tools.need("verilator");
    for (Architecture architecture : List.of(Architecture.COMBINATIONAL, Architecture.UNROLLED)) {
      TestDesign design = TestDesign.of(architecture, 1);
      DesignCheck check = check(design, design.vectors(200, 3));
      String broken = firstSumOf(design, "l1_n2_");
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

  /** The first line that adds for a wire of this name. */
  private static String firstSumOf(TestDesign design, String prefix) {
    return design.hardware().files().stream()
        .flatMap(file -> file.text().lines())
        .filter(line -> line.matches("\\s*wire .*\\b" + prefix + "\\w+ = [^?]* [+-] .*"))
        .findFirst()
        .orElseThrow();
  }

  private static String change(String text, String line) {
    String changed = line.contains(" + ") ? line.replace(" + ", " - ") : line.replace(" - ", " + ");
    return text.replace(line, changed);
  }

  @Test
  void aSharedWireNamesTheNeuronsThatReadIt() {
    ModuleSketch sketch = new ModuleSketch("m");
    int x = sketch.input("x", Range.unsigned(4));
    int shared = sketch.add(new Node.Not(Origin.of(1, "shared"), Range.unsigned(4), x));
    int again = sketch.not(shared);
    sketch.add(new Node.Not(new Origin(1, 7, "sum"), Range.unsigned(4), shared));
    int sum = sketch.add(new Node.Not(new Origin(1, 2, "sum"), Range.unsigned(4), again));
    assertThat(NeuronReach.of(sketch.build(), shared)).containsExactly(2, 7);
    assertThat(NeuronReach.of(sketch.build(), sum)).isEmpty();
    WireDifference wire =
        new WireDifference(4, "top.w", Origin.of(1, "shared"), List.of(2, 7), "0x1", "0x2");
    assertThat(wire.describe())
        .isEqualTo(
            "layer 1 (shared), read by neurons 2, 7, wire top.w, cycle 4:"
                + " found 0x2, expected 0x1");
  }

  @Test
  void aRightDesignHasNoWireToBlame() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.of(Architecture.UNROLLED, 1);
    DesignCheck check = check(design, design.vectors(50, 3));
    VerilatorModel traced = model(design, check, text -> text, true);
    assertThat(new MismatchTracer(check, VerilogNames::of).trace(traced, 400)).isEmpty();
  }

  @Test
  void aReproducerRepeatsTheMismatchOnItsOwn() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.of(Architecture.UNROLLED, 2);
    DesignCheck check = check(design, design.vectors(100, 3));
    String broken = firstSumOf(design, "l1_n2_");
    List<Path> files = design.write(folder.resolve("rtl"), text -> change(text, broken));
    VerilatorOptions options = VerilatorOptions.standard().withCache(folder.resolve("cache"));
    VerilogDesign verilog = check.records().verilog(files);
    Mismatch first =
        check.withVerilator(VerilatorModel.build(verilog, options)).first().orElseThrow();

    Path reproducer = folder.resolve("reproducer");
    new Reproducer(check, verilog, options)
        .write(reproducer, Optional.of("netlist text"), first, Optional.empty());
    String readme = Files.readString(reproducer.resolve("README.md"));
    String script =
        readme
            .lines()
            .filter(line -> line.startsWith("    "))
            .limit(2)
            .collect(Collectors.joining("\n"));
    ToolRun run =
        ToolRun.of(
            List.of("sh", "-ec", script),
            reproducer,
            Map.of(),
            folder.resolve("log"),
            Duration.ofMinutes(5));
    assertThat(run.exitCode()).as(run.output()).isZero();
    byte[] found = Files.readAllBytes(reproducer.resolve("found.bin"));
    byte[] expected = Files.readAllBytes(reproducer.resolve("expected.bin"));
    byte[] counting = Files.readAllBytes(reproducer.resolve("counting.bin"));
    int size = check.records().outputs().size();
    assertThat(found).hasSameSizeAs(expected);
    assertThat(found.length).isEqualTo((int) (first.cycle() + 1) * size);
    for (int i = 0; i < found.length; i++) {
      if (((found[i] ^ expected[i]) & counting[i]) != 0) {
        assertThat(i / size).isEqualTo((int) first.cycle());
      }
    }
    assertThat(readme).contains(first.describe());
    assertThat(Files.readString(reproducer.resolve("cycles.txt")).lines())
        .hasSize((int) first.cycle() + 1);
  }
}
