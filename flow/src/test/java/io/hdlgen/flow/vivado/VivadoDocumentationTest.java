package io.hdlgen.flow.vivado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.boards.vivado.Processor;
import io.hdlgen.boards.vivado.VivadoBoard;
import io.hdlgen.boards.vivado.VivadoDesign;
import io.hdlgen.boards.vivado.VivadoProject;
import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.dma.DmaAdapter;
import io.hdlgen.hdl.dma.DmaWords;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.json.NetworkJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/vivado.md and the section on memory in docs/interface.md say. */
final class VivadoDocumentationTest {
  private static final String PLACE = "set_property PACKAGE_PIN E3 [get_ports clk_i]";

  private final String page = DesignFixture.page("vivado.md");
  private final String memory =
      DesignFixture.page("interface.md").split("\n## Memory and DMA\n")[1].split("\n## ")[0];

  @TempDir Path folder;

  @Test
  void theTableHasEveryFile() {
    TreeSet<String> written = new TreeSet<>();
    for (Processor processor : Processor.values()) {
      for (Bus bus : Bus.values()) {
        VivadoBoard board = new VivadoBoard("b", "p", "", processor, 100, PLACE);
        written.addAll(files(board, door(bus)).keySet());
      }
    }
    String table = page.split("\n\\| file \\|")[1].split("\n\n")[0];
    List<String> cells = new ArrayList<>();
    Matcher matcher = Pattern.compile("`([^`]+)`").matcher(table);
    while (matcher.find()) {
      cells.add(matcher.group(1).replace("<top>", "door"));
    }
    assertThat(written)
        .isNotEmpty()
        .allMatch(
            file ->
                cells.stream()
                    .anyMatch(c -> c.equals(file) || c.endsWith("/") && file.startsWith(c)));
    assertThat(cells)
        .filteredOn(cell -> cell.matches("(vivado|ip|host)/.*"))
        .allMatch(cell -> written.stream().anyMatch(file -> file.startsWith(cell)));
  }

  @Test
  void theAdapterHasThePortsOfThePage() {
    DmaWords words = DmaWords.of(door(Bus.STREAM).signature(), 64);
    String ports = memory.split("```verilog\n")[1].split("```")[0];
    assertThat(DmaAdapter.verilog("door_dma", words, List.of()).text()).contains(ports);
  }

  /** The program on the page, and the bytes that it sends. */
  @Test
  void theProgramInPythonGivesWhatThePageSays() throws IOException, InterruptedException {
    assumeTrue(hasPython(), "skipped: no python3");
    HardwareDesign hardware = door(Bus.STREAM);
    VivadoBoard board = new VivadoBoard("b", "p", "", Processor.ZYNQ7, 100, "");
    Files.writeString(
        folder.resolve("door_pynq.py"), files(board, hardware).get("host/door_pynq.py"));
    Files.writeString(folder.resolve("pynq.py"), FakePynq.TEXT);
    Files.writeString(folder.resolve("page.py"), page.split("```python\n")[1].split("```")[0]);
    python();
    byte[] sent = Files.readAllBytes(folder.resolve("sent.bin"));
    byte[] received = new SimulatedSystem(hardware, 64).transfer(sent, 2);
    Files.write(folder.resolve("results.bin"), received);
    assertThat(python()).startsWith("ok 14 -3\n");
    HexFormat hex = HexFormat.ofDelimiter("   ");
    assertThat(memory)
        .contains("features      " + hex.formatHex(sent, 0, 8) + "      s_axis_tdata 03e6")
        .contains("result        " + hex.formatHex(received, 0, 8) + "      m_axis_tdata 1e9c");
  }

  private static Map<String, String> files(VivadoBoard board, HardwareDesign hardware) {
    return VivadoProject.files(
        board, new VivadoDesign(hardware.signature(), 100, List.of("door.v"), List.of()));
  }

  private static HardwareDesign door(Bus bus) {
    return HardwareCompiler.compile(
        NetworkJson.read(DesignFixture.folder().resolve("network.json")),
        new HardwareOptions(
                "door",
                Architecture.UNROLLED,
                Outputs.BOTH,
                100,
                OptionalInt.empty(),
                new CostModel("test", 0.5, 0.7, 0.8, 0.03),
                List.of())
            .withBus(bus));
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      new ProcessBuilder("python3", "--version").start().waitFor();
      return true;
    } catch (IOException missing) {
      return Boolean.getBoolean("require.tools");
    }
  }

  private String python() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("python3", "page.py")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
