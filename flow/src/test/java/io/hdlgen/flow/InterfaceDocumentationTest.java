package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.driver.RegisterHeader;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Fields;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.sim.cycle.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/interface.md says is what its example does. */
class InterfaceDocumentationTest {
  private static final int CELL = 4;
  private static final int FIRST_CELL = 16;

  private final String page = DesignFixture.page("interface.md");

  @TempDir Path folder;
  private Path network;

  @BeforeEach
  void takeTheNetworkOffThePage() throws IOException {
    network = Files.writeString(folder.resolve("door.json"), block("json", 0));
  }

  @Test
  void theNetworkIsTheOneOfTheOtherPages() {
    assertThat(NetworkJson.read(network))
        .isEqualTo(NetworkJson.read(DesignFixture.folder().resolve("network.json")));
  }

  @Test
  void thePortsAreThoseOfTheVerilog() {
    assertThat(top(Architecture.UNROLLED)).contains(block("verilog", 0));
    assertThat(top(Architecture.COMBINATIONAL)).contains(block("verilog", 1));
    assertThat(top(compile(Architecture.UNROLLED, OptionalInt.empty(), Bus.AXI4_LITE)))
        .contains(block("verilog", 2));
  }

  @Test
  void theInstanceConnectsEveryPort() {
    List<String> ports = matches(block("verilog", 0), "(?:input|output) .*?(\\w+),?\\n");
    assertThat(ports).hasSize(11);
    assertThat(matches(block("verilog", 3), "\\n    \\.(\\w+)\\("))
        .containsExactlyInAnyOrderElementsOf(ports);
  }

  @Test
  void aFoldedDesignHasTheSameRegisters() {
    HardwareOptions folded =
        options(Architecture.FOLDED, OptionalInt.empty())
            .withFoldings(List.of(new Folding(1, 2), new Folding(1, 1)), Multiplication.AUTO);
    HardwareDesign core = HardwareCompiler.compile(NetworkJson.read(network), folded);
    HardwareDesign design =
        HardwareCompiler.compile(NetworkJson.read(network), folded.withBus(Bus.AXI4_LITE));
    Signature unrolled =
        compile(Architecture.UNROLLED, OptionalInt.empty(), Bus.AXI4_LITE).signature();
    assertThat(top(design)).contains(block("verilog", 2));
    assertThat(design.signature().inputs()).isEqualTo(unrolled.inputs());
    assertThat(design.signature().outputs()).isEqualTo(unrolled.outputs());
    assertThat(design.signature().registers()).isEqualTo(unrolled.registers());
    assertThat(design.signature().latencyCycles()).isEqualTo(3 + core.signature().latencyCycles());
    assertThat(design.folded().orElseThrow().chart())
        .isEqualTo(core.folded().orElseThrow().chart());
  }

  @Test
  void theTableHasTheRegisters() {
    Signature signature =
        compile(Architecture.UNROLLED, OptionalInt.empty(), Bus.AXI4_LITE).signature();
    assertThat(signature.latencyCycles())
        .isEqualTo(
            3 + compile(Architecture.UNROLLED, OptionalInt.empty()).signature().latencyCycles());
    Map<String, Integer> offsets = new HashMap<>();
    for (Register register : signature.registers().orElseThrow().registers()) {
      offsets.putIfAbsent(register.name().replaceAll("_\\d$", ""), register.offset());
    }
    Map<String, Integer> rows = new HashMap<>();
    Pattern row = Pattern.compile("\\| `0x(\\w+)`[^|]* \\| `([A-Z]+)(?:_[ki])?` \\|");
    String section = page.split("\n## Loadable numbers\n")[0];
    for (MatchResult match : row.matcher(section).results().toList()) {
      rows.put(match.group(2), Integer.parseInt(match.group(1), 16));
    }
    assertThat(rows).hasSize(7).isEqualTo(offsets);
  }

  @Test
  void theProgramInCCompiles() throws IOException, InterruptedException {
    assumeTrue(
        Doctor.ofEnvironment().find(Tool.CXX).isPresent() || Boolean.getBoolean("require.tools"),
        "skipped: no C compiler");
    Signature signature =
        compile(Architecture.UNROLLED, OptionalInt.empty(), Bus.AXI4_LITE).signature();
    Files.writeString(
        folder.resolve(RegisterHeader.name(signature)), RegisterHeader.of(signature, List.of()));
    Files.writeString(folder.resolve("alarm.c"), block("c", 0));
    Process process =
        new ProcessBuilder(
                "gcc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-c", "alarm.c")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  @Test
  void theExampleHasTheBeatsOnThePage() throws IOException {
    Path data =
        Files.writeString(folder.resolve("x.csv"), "speed,temperature,closed\n3.1,15.0,0.8");
    PredictResult result = Hdlgen.predict(new PredictRequest(network, DataSource.of(data), 1));
    long[] scores = result.predictions().get(0).scores().toArray();
    assertThat(page).contains("score_1 = " + scores[1] + ", score_0 = " + scores[0] + ", class 0");
    assertThat(beats()).containsEntry("A", 0x3e6L).containsEntry("rA", 0x1e9cL);
    assertThat(0x3e6).isEqualTo(1 << 9 | 0b11110 << 4 | 6);
    assertThat(0x1e9c).isEqualTo((scores[1] & 63) << 7 | (scores[0] & 63) << 1);
  }

  @Test
  void groupsOfFeaturesLieAsThePageSays() {
    List<Field> fields = Fields.groups(NetworkJson.read(network), 2);
    assertThat(fields).extracting(Field::width).containsOnly(5);
    assertThat(fields).extracting(Field::beat).containsExactly(0, 0, 1);
    assertThat(fields).extracting(Field::low).containsExactly(0, 5, 0);
    assertThat(Fields.groupBits(fields, 2)).isEqualTo(16);
    long[] codes = {6, -2, 1};
    long[] beats = new long[2];
    for (Field field : fields) {
      beats[field.beat()] |= (codes[fields.indexOf(field)] & 31) << field.low();
    }
    assertThat(page).contains("`%04x` and `%04x`".formatted(beats[0], beats[1]));
  }

  @Test
  void theDrawingIsWhatHappens() {
    Map<String, String> rows = new HashMap<>();
    String drawing = page.split("\nedge ")[1].split("```")[0];
    for (String row : drawing.split("\n")) {
      if (row.matches("\\w+_\\w+ .*")) {
        rows.put(row.split(" ")[0], row.substring(FIRST_CELL));
      }
    }
    assertThat(rows).hasSize(7);
    Simulator simulator = resetSimulator();
    for (int edge = 0; edge < 12; edge++) {
      simulator.setReset(level(rows, "rst_i", edge) == 1);
      simulator.setInput("s_axis_tvalid", level(rows, "s_axis_tvalid", edge));
      simulator.setInput("s_axis_tlast", 1);
      simulator.setInput(
          "s_axis_tdata", beats().getOrDefault(cell(rows, "s_axis_tdata", edge), 7L));
      simulator.setInput("m_axis_tready", level(rows, "m_axis_tready", edge));
      simulator.evaluate();
      for (String port : List.of("s_axis_tready", "m_axis_tvalid")) {
        assertThat(simulator.output(port).toLong())
            .as("%s at edge %d", port, edge)
            .isEqualTo(level(rows, port, edge));
      }
      if (simulator.output("m_axis_tvalid").toLong() == 1) {
        assertThat(simulator.output("m_axis_tdata").toLong())
            .as("m_axis_tdata at edge %d", edge)
            .isEqualTo(beats().get(cell(rows, "m_axis_tdata", edge)));
      }
      assertThat(simulator.output("m_axis_tlast").toLong()).isEqualTo(1);
      simulator.clock();
    }
  }

  @Test
  void errorRisesWithTheEdgeAndStaysUntilReset() {
    Simulator simulator = resetSimulator();
    simulator.setInput("m_axis_tready", 1);
    simulator.setInput("s_axis_tvalid", 1);
    step(simulator);
    assertThat(simulator.output("s_axis_tready").toLong()).isEqualTo(1);
    assertThat(simulator.output("error_o").toLong()).as("not before a beat is taken").isZero();
    step(simulator);
    assertThat(simulator.output("error_o").toLong()).isEqualTo(1);
    simulator.setInput("s_axis_tlast", 1);
    step(simulator);
    assertThat(simulator.output("m_axis_tvalid").toLong()).as("computed all the same").isEqualTo(1);
    assertThat(simulator.output("error_o").toLong()).isEqualTo(1);
    simulator.setReset(true);
    step(simulator);
    assertThat(simulator.output("error_o").toLong()).isZero();
    assertThat(simulator.output("m_axis_tvalid").toLong()).isZero();
    simulator.setReset(false);
    simulator.setInput("s_axis_tvalid", 0);
    for (int edge = 0; edge < 5; edge++) {
      step(simulator);
      assertThat(simulator.output("m_axis_tvalid").toLong()).as("dropped by reset").isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void aDesignHoldsAsManyInferencesAsThePageSays(int stages) {
    Simulator simulator = resetSimulator(OptionalInt.of(stages));
    simulator.setInput("s_axis_tvalid", 1);
    simulator.setInput("s_axis_tlast", 1);
    int taken = 0;
    for (int edge = 0; edge < 20; edge++) {
      simulator.evaluate();
      taken += (int) simulator.output("s_axis_tready").toLong();
      simulator.clock();
    }
    assertThat(taken).isEqualTo(stages + 1);
    assertThat(page).contains("at most `latencyCycles + 1` inferences");
  }

  private static void step(Simulator simulator) {
    simulator.evaluate();
    simulator.clock();
    simulator.evaluate();
  }

  private Simulator resetSimulator() {
    return resetSimulator(OptionalInt.empty());
  }

  private Simulator resetSimulator(OptionalInt stages) {
    Simulator simulator = new Simulator(compile(Architecture.UNROLLED, stages).netlist());
    simulator.setReset(true);
    step(simulator);
    simulator.setReset(false);
    return simulator;
  }

  private String top(Architecture architecture) {
    return top(compile(architecture, OptionalInt.empty()));
  }

  private static String top(HardwareDesign design) {
    return design.files().stream()
        .filter(file -> file.name().equals("door.v"))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private HardwareDesign compile(Architecture architecture, OptionalInt stages) {
    return compile(architecture, stages, Bus.STREAM);
  }

  private HardwareDesign compile(Architecture architecture, OptionalInt stages, Bus bus) {
    return HardwareCompiler.compile(
        NetworkJson.read(network), options(architecture, stages).withBus(bus));
  }

  private static HardwareOptions options(Architecture architecture, OptionalInt stages) {
    return new HardwareOptions(
        "door",
        architecture,
        Outputs.BOTH,
        TargetCatalogue.builtIn().find(TargetCatalogue.DEFAULT).clockMhz(),
        stages,
        TargetCatalogue.builtIn().find(TargetCatalogue.DEFAULT).costModel(),
        List.of());
  }

  /** The n-th block of code in that language. */
  private String block(String language, int index) {
    return page.split("```" + language + "\n")[index + 1].split("```")[0];
  }

  /** The beats of the table, by their letters. */
  private Map<String, Long> beats() {
    Map<String, Long> beats = new HashMap<>();
    Pattern row = Pattern.compile("\\| (\\w), (\\w+) \\| `(\\w+)` \\| `(\\w+)` \\|");
    for (MatchResult match : row.matcher(page).results().toList()) {
      beats.put(match.group(1), Long.parseLong(match.group(3), 16));
      beats.put(match.group(2), Long.parseLong(match.group(4), 16));
    }
    assertThat(beats).hasSize(8);
    return beats;
  }

  private static String cell(Map<String, String> rows, String port, int edge) {
    String row = rows.get(port);
    int from = CELL * edge;
    return from >= row.length()
        ? ""
        : row.substring(from, Math.min(from + CELL, row.length())).strip();
  }

  private static int level(Map<String, String> rows, String port, int edge) {
    String cell = cell(rows, port, edge);
    assertThat(cell).isIn("____", "‾‾‾‾");
    return cell.equals("____") ? 0 : 1;
  }

  private static List<String> matches(String text, String regex) {
    List<String> found = new ArrayList<>();
    Pattern.compile(regex).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
