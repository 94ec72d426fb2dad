package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.boards.printed.CellLibrary;
import io.hdlgen.boards.printed.GateNetlistReader;
import io.hdlgen.boards.printed.LibertyReader;
import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.data.ReadOptions;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two smallest of the published printed classifiers, where they are at hand: our table of cells
 * against the published Liberty file, and our flow against another one that reads that file itself.
 * All five: {@code benchmarks/printed}.
 */
class PrintedAcceptanceTest {
  private static final double PERCENT = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"breast_cancer_wisconsin, Breast_Cancer", "redwine, RedWine"})
  void areaAndPowerAreThoseOfTheRealLibrary(String set, String network) throws Exception {
    Path liberty = shared("pdk/egfet/PPDK_Standard_Library_1.0V_25C_TYP_X1.lib");
    Path tool = shared("tools/egfet_measure.py");
    PrintedModel model =
        PrintedModel.write(
            shared("models/printed/float_iccad23_" + network + ".json"),
            shared("data/uci/" + set + ".csv"),
            shared("data/uci/splits/" + set + "_test_rows.txt"),
            folder);
    ExternalTools.need(Tool.YOSYS);
    Path design = emit(model);
    JsonNode own = synth(design, model);
    JsonNode measured = measure(tool, design, model);

    // The same circuit, told from the real library alone.
    PrintedCircuit real = circuit(design, model, liberty);
    assertThat(number(own, "areaCm2"))
        .isCloseTo(real.netlist().areaCm2(), withinPercentage(PERCENT));
    assertThat(number(own, "staticPowerMw"))
        .isCloseTo(real.power().staticMw(), withinPercentage(PERCENT));
    assertThat(number(own, "criticalPathMs"))
        .isCloseTo(real.path().ms(), withinPercentage(PERCENT));
    // A flow that shares no line with ours.
    JsonNode first = own.get("mappings").get(0);
    assertThat(number(first, "areaCm2"))
        .isCloseTo(number(measured, "areaCm2"), withinPercentage(PERCENT));
    assertThat(number(first, "staticPowerMw"))
        .isCloseTo(number(measured, "staticPowerMw_1v0"), withinPercentage(PERCENT));
    assertThat(number(own, "areaCm2")).isLessThan(number(measured, "areaCm2"));
  }

  private Path emit(PrintedModel model) {
    Path design = folder.resolve("design");
    CommandRun run =
        CommandRun.of(
            "emit",
            model.model().toString(),
            "--data",
            model.training().toString(),
            "--input-bits",
            "4",
            "--weights",
            "pow2-4",
            "--act-bits",
            "4",
            "--ptq",
            "--target",
            "egfet_1v0",
            "--json",
            "-o",
            design.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("architecture").asText()).isEqualTo("combinational");
    return design;
  }

  private static JsonNode synth(Path design, PrintedModel model) {
    CommandRun run =
        CommandRun.of("synth", design.toString(), "--data", model.test().toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.json();
  }

  /** The kept circuit with figures of the real library. */
  private static PrintedCircuit circuit(Path design, PrintedModel model, Path liberty)
      throws IOException {
    CellLibrary library = LibertyReader.read(Files.readString(liberty), liberty.toString());
    String netlist = Files.readString(design.resolve("synth/egfet_1v0/netlist.json"));
    return PrintedCircuit.of(
        Mapping.all().get(0),
        GateNetlistReader.read(netlist, top(design), library, "netlist.json"),
        codes(design, model),
        new PrintedTechnology(library, Optional.empty()),
        Set.of());
  }

  private static long[][] codes(Path design, PrintedModel model) {
    IntegerNetwork network = NetworkJson.read(design.resolve("network.json"));
    return FeatureEncoder.encode(network, DatasetReader.read(model.test(), ReadOptions.defaults()));
  }

  private JsonNode measure(Path tool, Path design, PrintedModel model)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("python3", tool.toString(), top(design), vectors(design, model).toString()));
    try (Stream<Path> files = Files.list(design.resolve("rtl"))) {
      files.map(Path::toString).sorted().forEach(command::add);
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return new ObjectMapper().readTree(output);
  }

  private Path vectors(Path design, PrintedModel model) throws IOException {
    JsonNode ports = new ObjectMapper().readTree(design.resolve("signature.json").toFile());
    List<String> lines = new ArrayList<>();
    for (long[] codes : codes(design, model)) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < codes.length; i++) {
        JsonNode port = ports.get("inputs").get(i);
        long bits = codes[i] & ((1L << port.get("width").asInt()) - 1);
        values.add(port.get("port").asText() + "=" + bits);
      }
      lines.add(String.join(" ", values));
    }
    return Files.write(folder.resolve("vectors.txt"), lines);
  }

  private static String top(Path design) throws IOException {
    return new ObjectMapper()
        .readTree(design.resolve("signature.json").toFile())
        .get("top")
        .asText();
  }

  private static double number(JsonNode object, String key) {
    assertThat(object.has(key)).as(key).isTrue();
    return object.get(key).asDouble();
  }

  private static Path shared(String name) {
    Path file =
        Path.of(System.getProperty("project.root", "..")).resolve("../shared").resolve(name);
    assumeTrue(Files.exists(file), "skipped: no " + name + " in ../shared");
    return file.toAbsolutePath();
  }
}
