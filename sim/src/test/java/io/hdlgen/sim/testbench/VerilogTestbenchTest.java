package io.hdlgen.sim.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.TestDesign;
import io.hdlgen.sim.check.Vectors;
import io.hdlgen.sim.tool.ToolRun;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerilogTestbenchTest {
  @TempDir Path folder;

  private String simulate(TestDesign design, Vectors vectors) throws IOException {
    VerilogFile testbench =
        VerilogTestbench.of(design.hardware().signature(), vectors, List.of("Testbench"), 5);
    Path file = folder.resolve(testbench.name());
    Files.writeString(file, testbench.text());
    List<String> compile = new ArrayList<>(List.of("iverilog", "-g2001", "-Wall", "-o", "sim"));
    compile.addAll(List.of("-s", "hdlgen_tb", file.toString()));
    design.write(folder, text -> text).forEach(path -> compile.add(path.toString()));
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
  void isTheSameTextEachTime() {
    TestDesign design = TestDesign.of(Architecture.UNROLLED, 2);
    Vectors vectors = design.vectors(20, 1);
    assertThat(VerilogTestbench.of(design.hardware().signature(), vectors, List.of("x"), 5))
        .isEqualTo(VerilogTestbench.of(design.hardware().signature(), vectors, List.of("x"), 5));
  }
}
