package io.hdlgen.flow.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.ToolReportException;
import io.hdlgen.boards.printed.PrintedCircuit.Objective;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.SynthesisRows;
import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.folder.DesignDraft;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Printed circuits of tools that do not do as they should. */
class PrintedSynthesisTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;
  private FakeTools tools;
  private DesignFiles design;

  @BeforeEach
  void emit() throws IOException {
    tools = new FakeTools(Files.createDirectory(folder.resolve("bin")));
    Path model =
        Files.copy(DesignFixture.folder().resolve("network.json"), folder.resolve("door.json"));
    Path target = folder.resolve("door");
    Hdlgen.emit(
        EmitRequest.of(model)
            .withHardware(
                new EmitRequest.Hardware(
                    ArchitectureChoice.COMBINATIONAL,
                    Optional.empty(),
                    Optional.empty(),
                    Multiplication.AUTO,
                    "egfet_1v0",
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Bus.STREAM,
                    false))
            .withCheck(new EmitRequest.Check(OptionalInt.of(8), 1, false))
            .withOutput(target),
        Progress.NONE);
    design = DesignFiles.read(target);
  }

  @Test
  void keepsWhatIsThereWhenTimeIsOver() throws IOException {
    List<String> notes = new ArrayList<>();
    PrintedReport report = run(cell("INVX1", "A", "Y"), "sleep 60", Duration.ofSeconds(4), notes);
    assertThat(report.tried()).hasSize(1);
    assertThat(report.best().netlist().gates()).hasSize(1);
    assertThat(notes.toString()).contains("Not all mappings were tried", "--time-limit");
  }

  @Test
  void refusesFlipFlops() {
    assertThatThrownBy(() -> run(cell("$_DFF_P_", "D", "Q"), "exit 0", LONG, new ArrayList<>()))
        .isInstanceOf(ToolReportException.class)
        .hasMessageContaining("area.json is not as expected: cell u1 of type $_DFF_P_ is a latch");
  }

  @Test
  void leavesOutMappingsThatFailAfterTheFirst() throws IOException {
    List<String> notes = new ArrayList<>();
    PrintedReport report = run(cell("INVX1", "A", "Y"), "echo ERROR: no; exit 1", LONG, notes);
    assertThat(report.tried()).hasSize(1);
    assertThat(notes)
        .contains(
            "Mappings that ABC gave up on are left out: area_deep, nand, leakage, drawn,"
                + " drawn_choices");
  }

  @Test
  void saysWhyTheFirstMappingFails() {
    assertThatThrownBy(
            () ->
                run(
                    cell("INVX1", "A", "Y"),
                    "exit 0",
                    LONG,
                    new ArrayList<>(),
                    "echo ERROR: no; exit 1"))
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("while mapping for minimum area, one pass")
        .hasMessageContaining("ERROR: no");
  }

  /**
   * @param cell the only cell of the first mapping
   * @param later what the tool does from the second mapping on
   */
  private PrintedReport run(String cell, String later, Duration limit, List<String> notes)
      throws IOException {
    return run(cell, later, limit, notes, "");
  }

  /**
   * @param first what the tool does before the first mapping
   */
  private PrintedReport run(
      String cell, String later, Duration limit, List<String> notes, String first)
      throws IOException {
    Path netlist = Files.writeString(folder.resolve("canned.json"), netlist(cell));
    tools.add(
        "yosys",
        "0.23",
        "case $2 in",
        "prepare.ys) echo x > logic.il ;;",
        "area.ys) " + first + "\n/bin/cp '" + netlist + "' area.json; echo x > area.v ;;",
        "*) PATH=/bin:/usr/bin; " + later + " ;;",
        "esac");
    Target target = TargetCatalogue.builtIn().find("egfet_1v0");
    PrintedSynthesis synthesis =
        new PrintedSynthesis(
            design,
            target,
            new PrintedOptions(
                Optional.empty(), Objective.AREA, Optional.of(new SynthesisRows(Optional.empty()))),
            Progress.NONE);
    BuildPlan plan = synthesis.plan();
    try (DesignDraft draft = DesignDraft.begin(folder.resolve("out"), false)) {
      ToolBench bench = ToolBench.of(plan, draft.folder(), limit, tools.doctor());
      PrintedReport report = synthesis.run(plan, bench, draft);
      notes.addAll(synthesis.notes());
      return report;
    }
  }

  private static String cell(String type, String input, String output) {
    return "\"u1\": {\"type\": \"%s\", \"connections\": {\"%s\": [2], \"%s\": [1000]}}"
        .formatted(type, input, output);
  }

  private String netlist(String cell) {
    Signature signature = design.signature();
    List<String> ports = new ArrayList<>();
    int net = 2;
    for (Field field : signature.inputs()) {
      List<Integer> bits = new ArrayList<>();
      for (int b = 0; b < field.width(); b++) {
        bits.add(net++);
      }
      ports.add("\"%s\": {\"direction\": \"input\", \"bits\": %s}".formatted(field.port(), bits));
    }
    ports.add("\"class_o\": {\"direction\": \"output\", \"bits\": [1000]}");
    return "{\"modules\": {\"%s\": {\"ports\": {%s}, \"cells\": {%s}}}}"
        .formatted(signature.top(), String.join(", ", ports), cell);
  }
}
