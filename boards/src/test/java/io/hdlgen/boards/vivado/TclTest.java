package io.hdlgen.boards.vivado;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every script against a recorder of Vivado's commands. */
final class TclTest {
  @TempDir Path folder;

  @BeforeEach
  void recorder() throws IOException, InterruptedException {
    Program.need("tclsh", "/dev/null");
    try (InputStream in = TclTest.class.getResourceAsStream("recorder.tcl")) {
      Files.write(folder.resolve("recorder.tcl"), in.readAllBytes());
    }
  }

  static Stream<Arguments> everything() {
    return Stream.of(SampleDesigns.values())
        .flatMap(
            design -> Stream.of(SampleBoards.values()).map(board -> Arguments.of(design, board)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void runs(SampleDesigns design, SampleBoards board) throws IOException, InterruptedException {
    design.write(folder, board);
    assertThat(run("synth_ooc.tcl")).contains("synthesized " + design.design().top());
    assertThat(run("synth_ooc.tcl", "route")).contains("route_design");
    if (design == SampleDesigns.COMBINATIONAL) {
      assertThat(folder.resolve("ip")).doesNotExist();
      return;
    }
    assertThat(run("package_ip.tcl")).contains("saved ipcore|" + design.design().top());
    String whole = run("block_design.tcl");
    assertThat(whole).contains("valid ", "platform " + design.design().top() + ".xsa");
    assertThat(folder.resolve("vivado/system/" + design.design().top() + ".bit")).exists();
    assertThat(folder.resolve("vivado/system/" + design.design().top() + ".hwh")).exists();
  }

  @Test
  void wiresTheCoreThroughTheAdapter() throws IOException, InterruptedException {
    SampleDesigns.STREAM.write(folder, SampleBoards.PYNQ_Z2);
    String text = run("block_design.tcl", "design");
    assertThat(text).contains("valid ").doesNotContain("platform");
    assertThat(text.lines())
        .contains(
            "interface dma/M_AXIS_MM2S adapter/s_axis",
            "interface adapter/m_beat core/s_axis",
            "interface core/m_axis adapter/s_result",
            "interface adapter/m_axis dma/S_AXIS_S2MM",
            "net pin|ps/FCLK_CLK0 pin|core/clk_i",
            "net pin|resets/peripheral_reset pin|core/rst_i",
            "address dma/S_AXI_LITE/Reg 0x40400000 0x00010000",
            "property cell|ps CONFIG.PCW_FPGA0_PERIPHERAL_FREQMHZ 125")
        .contains(
            "WARNING: the files of the board tul.com.tw:pynq-z2:part0:1.0 are not installed:"
                + " see docs/vivado.md");
  }

  @Test
  void takesThePresetOfABoardThatIsInstalled() throws IOException, InterruptedException {
    SampleDesigns.REGISTERS.write(folder, SampleBoards.ZCU104);
    Program program = tclsh(Map.of("RECORDER_BOARDS", "1"), "block_design.tcl", List.of("design"));
    assertThat(program.output())
        .contains("property project|0 board_part xilinx.com:zcu104:part0:1.1")
        .contains("net pin|core/irq_o pin|interrupts/In0")
        .contains("address core/s_axi/reg0 0xA0010000");
    assertThat(program.exitCode()).isZero();
  }

  /** Mistakes, each of which a line of the script makes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "bus adapter/m_beat core/s_axis|bus adapter/m_axis core/s_axis|axis",
        "bus adapter/m_beat core/s_axis|# nothing|interface core/s_axis is not connected",
        "bus dma/M_AXIS_MM2S adapter/s_axis|bus dma/M_AXIS_MM2S adapter/s_result|(axis 64)",
        "  core/rst_i|  core/rst_n|cell core has no pin rst_n",
        "wire resets/peripheral_reset|wire resets/peripheral_aresetn|is a reset HIGH",
        "wire ps/FCLK_CLK0|wire ps/FCLK_RESET0_N|is a clock",
        "memory/aclk|dma/axi_resetn|is a reset LOW",
        "  c_sg_length_width 26|  c_sg_length 26|has no CONFIG.c_sg_length",
        "c_m_axis_mm2s_tdata_width 64|c_m_axis_mm2s_tdata_width 40|c_m_axis_mm2s_tdata_width 40",
        "cell smartconnect memory|cell smart_connect memory|no core smart_connect",
        "0x40400000|0x40400100|no multiple of 0x00010000",
        "validate_bd_design|validate_design|unknown command validate_design",
        "make_wrapper -files|make_wrapper -file|unknown option -file",
        "save_bd_design|save_bd_design now|save_bd_design: 1 words",
        "wire interrupts/dout ps/IRQ_F2P|wire dma/mm2s_introut interrupts/In1|has a driver already",
        "bus ps/M_AXI_GP0 control/S00_AXI|bus control/S00_AXI ps/M_AXI_GP0|(Slave)",
      })
  void findsMistakes(String right, String wrong, String message)
      throws IOException, InterruptedException {
    SampleDesigns.STREAM.write(folder, SampleBoards.PYNQ_Z2);
    Path script = folder.resolve("vivado/block_design.tcl");
    String text = Files.readString(script);
    assertThat(text).contains(right);
    Files.writeString(script, text.replace(right, wrong));
    Program program = tclsh(Map.of(), "block_design.tcl", List.of());
    assertThat(program.exitCode()).as(program.output()).isEqualTo(1);
    assertThat(program.output()).contains(message);
  }

  @Test
  void findsAPortThatTheDesignDoesNotHave() throws IOException, InterruptedException {
    SampleDesigns.STREAM.write(folder, SampleBoards.PYNQ_Z2);
    Path constraints = folder.resolve("vivado/ooc.xdc");
    Files.writeString(
        constraints, Files.readString(constraints).replace("get_ports clk_i", "get_ports clock"));
    assertThat(tclsh(Map.of(), "synth_ooc.tcl", List.of()).output())
        .contains("get_ports: no port clock");
  }

  private String run(String script, String... arguments) throws IOException, InterruptedException {
    Program program = tclsh(Map.of(), script, List.of(arguments));
    assertThat(program.exitCode()).as("%s %s", script, program.output()).isZero();
    return program.output();
  }

  private Program tclsh(Map<String, String> environment, String script, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tclsh", "recorder.tcl", "vivado/" + script));
    command.addAll(arguments);
    return Program.run(folder, environment, "", command);
  }
}
