package io.hdlgen.flow.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.fpga.Capacity;
import io.hdlgen.boards.fpga.CellPlaces;
import io.hdlgen.boards.fpga.Placement;
import io.hdlgen.boards.fpga.Resource;
import io.hdlgen.boards.fpga.TimingPath;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.printed.GateNetlistReader;
import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.design.SchemaCheck;
import io.hdlgen.flow.design.SchemaKeys;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.doctor.ToolStatus;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.text.NetlistParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What docs say of {@code report.json} is what synth writes. */
class ReportDocumentationTest {
  private static final Path FPGA = DesignFixture.schema("synthesis.json");
  private static final Path PRINTED = DesignFixture.schema("printed.json");
  private static final List<ToolStatus> TOOLS =
      List.of(new ToolStatus(Tool.YOSYS, "/usr/bin/yosys", "0.23", true));
  private static final String INVERTER =
      """
      {"modules": {"top": {
        "ports": {"x_i": {"direction": "input", "bits": [2]},
                  "y_o": {"direction": "output", "bits": [3]}},
        "cells": {"u": {"type": "INVX1", "connections": {"A": [2], "Y": [3]}}}}}}
      """;

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void theReportOfAPlacedDesign() throws IOException {
    Placement placement =
        new Placement(
            37.5,
            Optional.of(
                new TimingPath(List.of(new TimingPath.Step("routing", 1.5, "a", "b", "n")))),
            new TreeMap<>(Map.of("LC", new Placement.Use(3, 100))));
    JsonNode report = checked(FPGA, fpga(Optional.of(placement)).object());
    JsonNode schema = mapper.readTree(FPGA.toFile());
    SchemaKeys.same(schema, report, List.of("sites"));
    JsonNode types = schema.get("$defs");
    SchemaKeys.same(types.get("use"), report.get("core"), List.of());
    SchemaKeys.same(types.get("shares"), report.get("utilization"), List.of());
    SchemaKeys.same(types.get("path"), report.get("criticalPath"), List.of());
    SchemaKeys.same(types.get("site"), report.at("/sites/LC"), List.of());
    SchemaKeys.same(types.get("tool"), report.at("/tools/0"), List.of());
  }

  @Test
  void theReportOfCounts() throws IOException {
    JsonNode report = checked(FPGA, fpga(Optional.empty()).object());
    assertThat(report.get("fmaxMhz").isNull()).isTrue();
    assertThat(report.has("sites")).isFalse();
  }

  @Test
  void theReportOfAPrintedCircuit() throws IOException {
    JsonNode report = checked(PRINTED, printed("egfet_1v0").object());
    JsonNode schema = mapper.readTree(PRINTED.toFile());
    SchemaKeys.same(schema, report, List.of());
    JsonNode types = schema.get("$defs");
    SchemaKeys.same(types.get("battery"), report.at("/batteries/molex"), List.of());
    SchemaKeys.same(types.get("harvesters"), report.get("harvesters"), List.of());
    SchemaKeys.same(types.get("mapping"), report.at("/mappings/0"), List.of());
    SchemaKeys.same(types.get("tool"), report.at("/tools/0"), List.of());
  }

  @Test
  void theReportWithoutConverters() throws IOException {
    JsonNode report = checked(PRINTED, printed("cnt_3v0").object());
    assertThat(report.get("adcAreaCm2").isNull()).isTrue();
  }

  @Test
  void thePagesExplainEveryKey() throws IOException {
    SchemaKeys.explained(
        FPGA, DesignFixture.page("synthesis.md").split("\n## report.json\n")[1].split("\n## ")[0]);
    SchemaKeys.explained(
        PRINTED, DesignFixture.page("printed.md").split("\n## `report.json`\n")[1]);
  }

  private JsonNode checked(Path schema, Map<String, Object> report) throws IOException {
    String text =
        SynthesisRun.text(SynthesisRun.complete(report, new BuildPlan(Map.of(), List.of())));
    assertThat(SchemaCheck.problems(schema, text)).isEmpty();
    return mapper.readTree(text);
  }

  private static FpgaReport fpga(Optional<Placement> placement) throws IOException {
    Path netlist = DesignFixture.folder().resolve("netlist.txt");
    return new FpgaReport(
        "icebreaker",
        "iCE40UP5K",
        capacity(100),
        capacity(2),
        capacity(3),
        1,
        Map.of("SB_LUT4", 3L),
        placement,
        placement.map(placed -> new Placement.Use(4, 100)),
        Optional.empty(),
        new CellPlaces(NetlistParser.parse(Files.readString(netlist), netlist.toString())),
        Architecture.UNROLLED,
        3,
        placement.map(placed -> "hdlgen_board.bin"),
        "",
        12,
        1.5,
        TOOLS);
  }

  private static Capacity capacity(long each) {
    Map<Resource, Long> counts = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      counts.put(resource, each);
    }
    return new Capacity(counts);
  }

  private static PrintedReport printed(String target) {
    PrintedTechnology technology = TargetCatalogue.builtIn().find(target).printed().orElseThrow();
    PrintedCircuit circuit =
        PrintedCircuit.of(
            Mapping.all().get(0),
            GateNetlistReader.read(INVERTER, "top", technology.library(), "netlist.json"),
            new long[][] {{0}, {1}},
            technology,
            Set.of());
    return new PrintedReport(
        target,
        technology.library(),
        PrintedCircuit.Objective.AREA,
        circuit,
        List.of(circuit),
        2,
        "random",
        0.5,
        TOOLS);
  }
}
