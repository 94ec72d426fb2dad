package io.hdlgen.sim.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.BeatSum;
import io.hdlgen.sim.check.TestDesign;
import io.hdlgen.sim.check.Vectors;
import io.hdlgen.sim.tool.ToolRun;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VerilogTestbenchTest {
  @TempDir Path folder;

  private String simulate(TestDesign design, Vectors vectors) throws IOException {
    List<Path> files = design.write(folder, text -> text);
    return simulate(design.hardware().signature(), vectors, files);
  }

  private String simulate(Signature signature, Vectors vectors, List<Path> files)
      throws IOException {
    VerilogFile testbench = VerilogTestbench.of(signature, vectors, List.of("Testbench"), 5);
    Path file = folder.resolve(testbench.name());
    Files.writeString(file, testbench.text());
    List<String> compile = new ArrayList<>(List.of("iverilog", "-g2001", "-Wall", "-o", "sim"));
    compile.addAll(List.of("-s", "hdlgen_tb", file.toString()));
    files.forEach(path -> compile.add(path.toString()));
    assertThat(run(compile)).isEqualTo(new ToolRun(0, ""));
    ToolRun run = run(List.of("vvp", "-n", "sim"));
    assertThat(run.exitCode()).isZero();
    return run.output();
  }

  private ToolRun run(List<String> command) {
    return ToolRun.of(command, folder, Map.of(), folder.resolve("log"), Duration.ofMinutes(1));
  }

  @Test
  void passesOnARightDesign() throws IOException {
    Tools.need("iverilog");
    for (Architecture architecture : Architecture.values()) {
      TestDesign design = TestDesign.of(architecture, 4);
      assertThat(simulate(design, design.vectors(300, 1))).isEqualTo("PASS: 256 vectors\n");
      assertThat(simulate(design, design.vectors(1, 1))).isEqualTo("PASS: 1 vectors\n");
    }
  }

  @Test
  void passesOnALoadableDesign() throws IOException {
    Tools.need("iverilog");
    TestDesign design = TestDesign.loadable();
    assertThat(simulate(design, design.vectors(300, 1))).isEqualTo("PASS: 256 vectors\n");
  }

  @Test
  void failsOnAWrongScore() throws IOException {
    Tools.need("iverilog");
    for (Architecture architecture : Architecture.values()) {
      TestDesign design = TestDesign.of(architecture, 4);
      long[][] codes = design.codes(40, 3);
      ReferenceModel reference = new ReferenceModel(design.network());
      long[][] scores = reference.scores(codes, 1);
      scores[17][1]--;
      Vectors wrong =
          new Vectors(design.hardware().signature(), codes, reference.classify(codes, 1), scores);
      assertThat(simulate(design, wrong))
          .contains("FAIL: vector 17 gives")
          .contains("FAIL: 1 errors in 40 vectors")
          .doesNotContain("PASS");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void passesOnADesignOfSeveralBeats(int rest) throws IOException {
    Tools.need("iverilog");
    Signature signature = BeatSum.signature(rest);
    List<Path> files = BeatSum.write(BeatSum.netlist(rest), folder);
    assertThat(simulate(signature, BeatSum.vectors(signature, 300), files))
        .isEqualTo("PASS: 256 vectors\n");
    assertThat(simulate(signature, BeatSum.vectors(signature, 1), files))
        .isEqualTo("PASS: 1 vectors\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = BeatSum.Fault.class,
      names = {"DROPPED_BEAT", "OFF_BY_ONE", "VALID_FALLS", "DATA_CHANGE", "ERROR_WITHOUT_CAUSE"})
  void failsOnABrokenDesignOfSeveralBeats(BeatSum.Fault fault) throws IOException {
    Tools.need("iverilog");
    Signature signature = BeatSum.signature(0);
    List<Path> files = BeatSum.write(BeatSum.netlist(0, EnumSet.of(fault)), folder);
    assertThat(simulate(signature, BeatSum.vectors(signature, 100), files))
        .contains("FAIL")
        .doesNotContain("PASS");
  }

  @Test
  void longInferencesAreFewer() {
    Signature signature = BeatSum.signature(0);
    Signature slow =
        new Signature(
                signature.top(),
                signature.architecture(),
                200_000,
                OptionalInt.of(60_000),
                signature.inputBits(),
                signature.outputBits(),
                signature.inputs(),
                signature.outputs(),
                signature.classNames())
            .withBeats(signature.inputBeats(), 200_000);
    Vectors vectors = BeatSum.vectors(slow, 300);
    assertThat(VerilogTestbench.of(slow, vectors, List.of(), 5).text())
        .contains("`define HDLGEN_TB_VECTORS 8\n")
        .contains("`define HDLGEN_TB_BEATS 32'd3\n");
  }

  @Test
  void writesAndReadsRegisters() throws IOException {
    Tools.need("iverilog");
    TestDesign design = TestDesign.onBus(4);
    assertThat(simulate(design, design.vectors(300, 1))).isEqualTo("PASS: 256 vectors\n");
    long[][] codes = design.codes(40, 3);
    ReferenceModel reference = new ReferenceModel(design.network());
    long[][] scores = reference.scores(codes, 1);
    scores[17][1]--;
    Vectors wrong =
        new Vectors(design.hardware().signature(), codes, reference.classify(codes, 1), scores);
    assertThat(simulate(design, wrong))
        .contains("FAIL: vector 17 gives")
        .contains("FAIL: 1 errors in 40 vectors")
        .doesNotContain("PASS");
  }

  @Test
  void noticesRegistersThatHang() throws IOException {
    Tools.need("iverilog");
    TestDesign design = TestDesign.onBus(4);
    String good = "wire b_next = commit | b_stays;";
    List<Path> files = design.write(folder, text -> text.replace(good, "wire b_next = b_stays;"));
    assertThat(Files.readString(folder.resolve("tiny.v"))).contains("wire b_next = b_stays;");
    assertThat(simulate(design.hardware().signature(), design.vectors(9, 1), files))
        .contains("FAIL: no answer at vector 0");
  }

  @Test
  void isTheSameTextEachTime() {
    TestDesign design = TestDesign.of(Architecture.UNROLLED, 2);
    Vectors vectors = design.vectors(20, 1);
    assertThat(VerilogTestbench.of(design.hardware().signature(), vectors, List.of("x"), 5))
        .isEqualTo(VerilogTestbench.of(design.hardware().signature(), vectors, List.of("x"), 5));
  }
}
