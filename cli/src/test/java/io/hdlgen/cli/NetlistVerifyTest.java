package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code verify --netlist} on a netlist for iCE40 that Yosys makes here, sound and broken. */
class NetlistVerifyTest {
  private static final int FEATURES = 32;
  private static final int NEURONS = 16;

  @TempDir static Path folder;
  private static Path design;
  private static Path mapped;
  private static String sound;

  @BeforeAll
  static void synthesize() throws IOException, InterruptedException {
    ExternalTools.need(Tool.VERILATOR, Tool.YOSYS);
    Path network = Files.writeString(folder.resolve("net.json"), network());
    design = folder.resolve("rommy");
    assertThat(
            CommandRun.of(
                    "emit",
                    network.toString(),
                    "--top",
                    "rommy",
                    "--fold",
                    "0=1,2",
                    "--outputs",
                    "both",
                    "--count",
                    "4",
                    "-o",
                    design.toString())
                .exitCode())
        .isZero();
    mapped = Files.createDirectories(design.resolve("synth/icebreaker"));
    ProcessBuilder yosys =
        new ProcessBuilder(
                "yosys",
                "-q",
                "-p",
                "read_verilog rtl/*.v; synth_ice40 -top rommy; write_verilog -noattr"
                    + " synth/icebreaker/netlist.v")
            .directory(design.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("yosys.log").toFile());
    assertThat(yosys.start().waitFor()).isZero();
    sound = Files.readString(mapped.resolve("netlist.v"));
    assertThat(sound).contains("SB_RAM40_4K");
  }

  /** One layer, its 512 weights in a block RAM. */
  private static String network() {
    return """
    {"format": "hdlgen-network", "version": 1, "name": "rommy", "inputs": [%s],
     "layers": [{"name": "l0", "weights": [%s], "biases": [%s],
       "activation": {"kind": "identity"}}],
     "decision": {"kind": "arg_max", "multipliers": [%s], "offsets": [%s]},
     "classNames": [%s]}
    """
        .formatted(
            list(
                FEATURES,
                "{\"name\": \"x%d\", \"bits\": 2, \"encoding\": \"unsigned\", \"min\": 0, \"max\":"
                    + " 3, \"scale\": 1.0, \"offset\": 0.0, \"rounding\": \"half_even\"}"),
            IntStream.range(0, NEURONS)
                .mapToObj(
                    n ->
                        IntStream.range(0, FEATURES)
                            .mapToObj(
                                i -> Integer.toString((i * 7 + n * 5 + i * n * 3) % 13 % 8 - 4))
                            .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ")),
            list(NEURONS, "%d"),
            list(NEURONS, "1"),
            list(NEURONS, "0"),
            list(NEURONS, "\"c%d\""));
  }

  private static String list(int count, String element) {
    return IntStream.range(0, count).mapToObj(element::formatted).collect(Collectors.joining(", "));
  }

  @BeforeEach
  void repair() throws IOException {
    Files.writeString(mapped.resolve("netlist.v"), sound);
    Files.deleteIfExists(mapped.resolve("verification.json"));
  }

  private static CommandRun verify(String... more) {
    String[] arguments = {"verify", design.toString(), "--netlist", "--count", "6", "--json"};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CommandRun.of(all);
  }

  @Test
  void aSoundNetlistIsSimulatedAndProven() throws IOException {
    CommandRun run = verify("--target", "icebreaker");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode netlist = run.json().get("netlist");
    assertThat(netlist.get("target").asText()).isEqualTo("icebreaker");
    assertThat(netlist.at("/replay/mismatches").asInt(-1)).isZero();
    assertThat(netlist.at("/replay/cyclesCompared").asInt()).isGreaterThan(1000);
    assertThat(netlist.at("/replay/latencyCycles/measured"))
        .isEqualTo(run.json().at("/latencyCycles/predicted"));
    assertThat(netlist.at("/proof/different").asInt(-1)).isZero();
    assertThat(netlist.at("/proof/tested").asInt(-1)).isZero();
    assertThat(netlist.at("/proof/proven").asInt()).isGreaterThan(10);
    assertThat(netlist.at("/proof/unmatchedRegisters")).isEmpty();
    assertThat(netlist.at("/proof/blocks"))
        .anyMatch(block -> block.get("block").asText().equals("layer 0 neuron 0"));
    assertThat(Files.readString(mapped.resolve("verification.json")))
        .contains("\"hdlgen-netlist-verification\"", "layer 0 neuron 0", "trusted");
  }

  /** What is done to a netlist. */
  enum Fault {
    LUT_BIT,
    SWAPPED_NETS,
    ROM_WORD;

    String apply(String netlist) {
      return switch (this) {
        case LUT_BIT -> flip(netlist, "LUT_INIT\\(16'h([0-9a-f]{4})", LUT);
        case ROM_WORD -> flip(netlist, "INIT_0\\(256'b([01x]*[01])", 0);
        case SWAPPED_NETS -> swap(netlist);
      };
    }

    private static final int LUT = 20;

    /** Inverts the lowest bit of a number. */
    private static String flip(String netlist, String pattern, int occurrence) {
      Matcher matcher = Pattern.compile(pattern).matcher(netlist);
      for (int i = 0; i <= occurrence; i++) {
        assertThat(matcher.find()).isTrue();
      }
      int at = matcher.end(1) - 1;
      return netlist.substring(0, at)
          + Integer.toHexString(Character.digit(netlist.charAt(at), 16) ^ 1)
          + netlist.substring(at + 1);
    }

    /** What two bits of the class are fed with. */
    private static String swap(String netlist) {
      Matcher matcher =
          Pattern.compile("class_q_SB_DFFE_Q[^;]*?\\.D\\(([^\\n]*)\\),[^;]*;").matcher(netlist);
      assertThat(matcher.find()).isTrue();
      int[] one = {matcher.start(1), matcher.end(1)};
      assertThat(matcher.find()).isTrue();
      int[] two = {matcher.start(1), matcher.end(1)};
      return netlist.substring(0, one[0])
          + netlist.substring(two[0], two[1])
          + netlist.substring(one[1], two[0])
          + netlist.substring(one[0], one[1])
          + netlist.substring(two[1]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenNetlistIsFoundBySimulationAndByProof(Fault fault) throws IOException {
    String broken = fault.apply(sound);
    assertThat(broken).isNotEqualTo(sound).hasSameSizeAs(sound);
    Files.writeString(mapped.resolve("netlist.v"), broken);
    CommandRun run = verify();
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    JsonNode netlist = run.json().get("netlist");
    assertThat(run.json().get("mismatches").asInt(-1)).isZero();
    assertThat(netlist.at("/replay/mismatches").asInt()).isPositive();
    assertThat(netlist.at("/proof/different").asInt()).isPositive();
    assertThat(netlist.at("/proof/blocks"))
        .anySatisfy(
            block ->
                assertThat(block.path("counterexample").asText())
                    .containsPattern("is [01], should be [01] for .+ = "));
  }

  @Test
  void anUnknownCellIsOneLine() throws IOException {
    Files.writeString(mapped.resolve("netlist.v"), sound.replaceFirst("SB_DFFE ", "SB_DFFN "));
    Files.writeString(mapped.resolve("verification.json"), "of an older run");
    CommandRun run = verify();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().reduce((first, second) -> second).orElseThrow())
        .contains("netlist.v: found 1 cell SB_DFFN, which no model is known of");
    assertThat(mapped.resolve("verification.json")).doesNotExist();
  }

  @Test
  void otherPortsAreOneLine() throws IOException {
    Matcher port = Pattern.compile("\\[(\\d+):0\\] m_axis_tdata;").matcher(sound);
    assertThat(port.find()).isTrue();
    int width = Integer.parseInt(port.group(1)) + 1;
    Files.writeString(
        mapped.resolve("netlist.v"), port.replaceAll("[" + width + ":0] m_axis_tdata;"));
    CommandRun run = verify();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().reduce((first, second) -> second).orElseThrow())
        .contains("netlist.v, port m_axis_tdata: found an output of " + (width + 1) + " bits")
        .contains("an output of " + width + " bits");
  }

  @Test
  void aTargetIsNoPath() {
    CommandRun run = verify("--target", "../synth/icebreaker");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--target: found ../synth/icebreaker", "icebreaker, ");
  }

  @Test
  void aProofThatBreaksOffLeavesTheSimulation() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("broken"));
    Path abc = Files.writeString(bin.resolve("yosys-abc"), "#!/bin/sh\necho Oops\nexit 1\n");
    assertThat(abc.toFile().setExecutable(true)).isTrue();
    String path = bin + File.pathSeparator + System.getenv("PATH");
    CommandRun run =
        new CommandProcess(folder, Map.of("PATH", path))
            .run("verify", design.toString(), "--netlist", "--count", "6", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode netlist = run.json().get("netlist");
    assertThat(netlist.at("/replay/mismatches").asInt(-1)).isZero();
    assertThat(netlist.get("proof").isNull()).isTrue();
    assertThat(netlist.get("proofUnsupported").asText()).contains("ended with exit code 1: Oops");
    assertThat(Files.readString(mapped.resolve("verification.json"))).contains("Oops");
  }

  @Test
  void withoutANetlistItSaysWhatToType() throws IOException {
    Files.delete(mapped.resolve("netlist.v"));
    CommandRun any = verify();
    assertThat(any.exitCode()).isEqualTo(2);
    assertThat(any.err()).contains("type hdlgen synth " + design + " --target TARGET");
    CommandRun other = verify("--target", "ulx3s_85f");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err()).contains("type hdlgen synth " + design + " --target ulx3s_85f");
  }

  @Test
  void severalNetlistsAreNamed() throws IOException {
    Path second = Files.createDirectories(design.resolve("synth/ulx3s_85f"));
    Path copy = Files.writeString(second.resolve("netlist.v"), sound);
    try {
      CommandRun run = verify();
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("netlists of icebreaker, ulx3s_85f");
    } finally {
      Files.delete(copy);
      Files.delete(second);
    }
  }

  @Test
  void withoutAbcItSaysWhatToInstall() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (Tool tool : List.of(Tool.VERILATOR, Tool.MAKE, Tool.CXX, Tool.YOSYS)) {
      Path link = bin.resolve(tool.program());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Doctor.ofEnvironment().find(tool).orElseThrow());
      }
    }
    CommandRun run =
        new CommandProcess(folder, Map.of("PATH", bin.toString()))
            .run("verify", design.toString(), "--netlist");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("missing: yosys-abc").hasLineCount(1);
  }

  @Test
  void optionsOfTheNetlistNeedIt() {
    CommandRun run = CommandRun.of("verify", design.toString(), "--time-limit", "3");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--time-limit: found no --netlist");
  }
}
