package io.hdlgen.flow.vivado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.boards.vivado.Processor;
import io.hdlgen.boards.vivado.VivadoBoard;
import io.hdlgen.boards.vivado.VivadoDesign;
import io.hdlgen.boards.vivado.VivadoProject;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.driver.RegisterHeader;
import io.hdlgen.hdl.folded.LoadableDesign;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.RegisterMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Programs for the processor, with a simulated design in place of the board: the codes that go in
 * give the results of the reference.
 */
final class HostDriverTest {
  private static final VivadoBoard BOARD =
      new VivadoBoard("pynq_z2", "xc7z020clg400-1", "", Processor.ZYNQ7, 100, "");

  private static final VivadoBoard JTAG =
      new VivadoBoard(
          "arty_a7_35t",
          "xc7a35ticsg324-1L",
          "",
          Processor.NONE,
          100,
          "set_property PACKAGE_PIN E3 [get_ports clk_i]");

  /** In place of the hardware manager: notes writes, and answers reads from a file, in order. */
  private static final String HARDWARE_MANAGER =
      """
      proc get_hw_axis {} { return hw_axi_1 }
      proc run_hw_axi {quiet transaction} {}
      set reads {}
      catch { set reads [split [read [open reads.txt]]] }
      proc create_hw_axi_txn {force name axi args} {
        global reads
        set address [expr "0x[dict get $args -address]"]
        if {[dict get $args -type] eq "write"} {
          set file [open writes.txt a]
          puts $file "$address [expr "0x[dict get $args -data]"]"
          close $file
          return
        }
        return read:$address
      }
      proc get_property {key transaction} {
        global reads
        set address [lindex [split $transaction :] 1]
        if {[llength $reads] < 2} {
          error "nothing to read at $address"
        }
        set reads [lassign $reads expected word]
        if {$expected != $address} {
          error "read of $address, expected $expected"
        }
        return [format %08X $word]
      }
      source sample_jtag.tcl
      foreach line [split [string trim [read [open input.csv]]] \n] {
        if {[catch {puts [join [infer [split $line ,]] ,]} message]} {
          puts $message
        }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "REGISTERS")
  void packsAndUnpacksStreams(HostSample sample) throws IOException, InterruptedException {
    need("python3");
    HardwareDesign hardware = sample.hardware();
    long[][] codes = sample.codes(40);
    write(hardware);
    python(codes);
    byte[] sent = Files.readAllBytes(folder.resolve("sent.bin"));
    SimulatedSystem system = new SimulatedSystem(hardware, BOARD.processor().wordBits());
    Files.write(folder.resolve("results.bin"), system.transfer(sent, codes.length));
    assertThat(python(codes)).isEqualTo(sample.expected(codes));
  }

  /** The network that is loaded gives the results from then on. */
  @Test
  void loadsAnotherNetwork() throws IOException, InterruptedException {
    need("python3");
    HardwareDesign hardware = HostSample.LOADABLE.hardware();
    long[][] codes = HostSample.LOADABLE.codes(10);
    write(hardware);
    LoadableDesign loadable = hardware.folded().orElseThrow().loadable().orElseThrow();
    Files.write(folder.resolve("other.bin"), loadable.image(HostSample.OTHER).bytes());
    Files.writeString(
        folder.resolve("reads.txt"),
        "{16: %s}\n".formatted(Integer.toUnsignedString(loadable.checksum())));
    Files.writeString(
        folder.resolve("load.py"),
        """
        import sample_pynq
        with open("other.bin", "rb") as file:
            sample_pynq.load(sample_pynq.Accelerator().overlay.core, file.read())
        """);
    assertThat(run(List.of("python3", "load.py"), "")).isEmpty();
    SimulatedSystem system = new SimulatedSystem(hardware, BOARD.processor().wordBits());
    RegisterBus bus = system.registers();
    for (String line : Files.readAllLines(folder.resolve("writes.txt"))) {
      String[] parts = line.split(" ");
      bus.write(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }
    python(codes);
    byte[] sent = Files.readAllBytes(folder.resolve("sent.bin"));
    Files.write(folder.resolve("results.bin"), system.transfer(sent, codes.length));
    assertThat(python(codes)).isEqualTo(HostSample.expected(HostSample.OTHER, codes));
  }

  @Test
  void writesAndReadsRegisters() throws IOException, InterruptedException {
    need("python3");
    HardwareDesign hardware = HostSample.REGISTERS.hardware();
    long[][] codes = HostSample.REGISTERS.codes(12);
    write(hardware);
    python(codes);
    SimulatedRegisters registers = new SimulatedRegisters(hardware);
    StringBuilder reads = new StringBuilder();
    for (String line : Files.readAllLines(folder.resolve("writes.txt"))) {
      String[] parts = line.split(" ");
      int offset = Integer.parseInt(parts[0]);
      registers.write(offset, Long.parseLong(parts[1]));
      if (offset == RegisterMap.CONTROL) {
        reads.append(registers.results()).append('\n');
      }
    }
    Files.writeString(folder.resolve("reads.txt"), reads.toString());
    assertThat(python(codes)).isEqualTo(HostSample.REGISTERS.expected(codes));
  }

  /** A word in each direction at a time, over JTAG. */
  @ParameterizedTest
  @EnumSource
  void runsInTheHardwareManager(HostSample sample) throws IOException, InterruptedException {
    need("tclsh");
    HardwareDesign hardware = sample.hardware();
    write(hardware, JTAG);
    Files.writeString(folder.resolve("manager.tcl"), HARDWARE_MANAGER);
    String text = sample.expected(sample.codes(3));
    String[] expected = text.substring(text.indexOf('\n') + 1).split("\n");
    for (int i = 0; i < expected.length; i++) {
      Files.deleteIfExists(folder.resolve("writes.txt"));
      Files.deleteIfExists(folder.resolve("reads.txt"));
      long[][] row = {sample.codes(3)[i]};
      assertThat(tclsh(row)).startsWith("nothing to read");
      List<String> writes = Files.readAllLines(folder.resolve("writes.txt"));
      String reads =
          hardware.signature().bus() == Bus.STREAM
              ? JtagAnswers.fifo(hardware, writes)
              : JtagAnswers.registers(hardware, writes);
      Files.writeString(folder.resolve("reads.txt"), reads);
      assertThat(tclsh(row)).isEqualTo(expected[i] + "\n");
    }
    long[][] wrong = sample.codes(1);
    wrong[0][2] = 0;
    assertThat(tclsh(wrong)).isEqualTo("x2: found 0, expected bipolar from -1 to 1\n");
  }

  private String tclsh(long[][] codes) throws IOException, InterruptedException {
    return run(List.of("tclsh", "manager.tcl"), csv(codes));
  }

  @Test
  void refusesCodesOutOfRange() throws IOException, InterruptedException {
    need("python3");
    for (HostSample sample : List.of(HostSample.UNROLLED, HostSample.REGISTERS)) {
      write(sample.hardware());
      long[][] codes = sample.codes(1);
      codes[0][3] = 1000;
      String output = run(List.of("python3", "sample_pynq.py"), csv(codes));
      assertThat(output).contains("ValueError: ", "x3: found 1000, expected ");
      assertThat(folder.resolve("sent.bin")).doesNotExist();
    }
  }

  /** A file in place of the device, with results of the first inference there from the start. */
  @Test
  void runsInC() throws IOException, InterruptedException {
    need("gcc");
    HostSample sample = HostSample.REGISTERS;
    HardwareDesign hardware = sample.hardware();
    write(hardware);
    Files.writeString(
        folder.resolve(RegisterHeader.name(hardware.signature())),
        RegisterHeader.of(hardware.signature(), List.of("Registers")));
    String compiled =
        run(
            List.of(
                "gcc",
                "-std=c99",
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-o",
                "program",
                "sample_uio.c"),
            "");
    assertThat(compiled).isEmpty();
    long[][] codes = sample.codes(1);
    RegisterMap map = hardware.signature().registers().orElseThrow();
    SimulatedRegisters registers = new SimulatedRegisters(hardware);
    ByteBuffer memory = ByteBuffer.allocate(0x1_0000).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < codes[0].length; i++) {
      Field field = hardware.signature().inputs().get(i);
      long word = HostSample.bits(field, codes[0][i]);
      registers.write(map.firstFeature() + 4 * i, word);
      words.add((int) word);
    }
    registers.write(RegisterMap.CONTROL, 1);
    registers.values().forEach((offset, word) -> memory.putInt(offset, (int) (long) word));
    memory.putInt(RegisterMap.ID, (int) RegisterMap.ID_VALUE);
    memory.putInt(RegisterMap.VERSION, RegisterMap.VERSION_VALUE);
    memory.putInt(RegisterMap.STATUS, 1 << RegisterMap.DONE_BIT);
    Files.write(folder.resolve("device"), memory.array());
    String expected = sample.expected(codes);
    assertThat(run(List.of("./program", "device"), csv(codes)))
        .isEqualTo(expected.substring(expected.indexOf('\n') + 1));
    ByteBuffer after =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("device")))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < words.size(); i++) {
      assertThat(after.getInt(map.firstFeature() + 4 * i))
          .as("feature %d", i)
          .isEqualTo(words.get(i));
    }
    assertThat(after.getInt(RegisterMap.CONTROL)).isEqualTo(1);
    assertThat(run(List.of("./program", "device"), "1,2\n"))
        .startsWith("line 1: expected 41 codes");
    assertThat(run(List.of("./program", "/dev/zero"), "")).contains("no design of hdlgen there");
  }

  private void write(HardwareDesign hardware) throws IOException {
    write(hardware, BOARD);
    assertThat(folder.resolve("sample_uio.c").toFile().exists())
        .isEqualTo(hardware.signature().bus() == Bus.AXI4_LITE);
  }

  private void write(HardwareDesign hardware, VivadoBoard board) throws IOException {
    VivadoDesign design =
        new VivadoDesign(hardware.signature(), 100, List.of("sample.v"), List.of("A test"));
    for (Map.Entry<String, String> file : VivadoProject.files(board, design).entrySet()) {
      if (file.getKey().startsWith("host/")) {
        String name = file.getKey().substring("host/".length());
        Files.writeString(folder.resolve(name), file.getValue());
      }
    }
    Files.writeString(folder.resolve("pynq.py"), FakePynq.TEXT);
  }

  private String python(long[][] codes) throws IOException, InterruptedException {
    Files.deleteIfExists(folder.resolve("writes.txt"));
    return run(List.of("python3", "sample_pynq.py"), csv(codes));
  }

  private static String csv(long[][] codes) {
    StringBuilder text = new StringBuilder();
    for (long[] row : codes) {
      List<String> cells = new ArrayList<>();
      for (long code : row) {
        cells.add(Long.toString(code));
      }
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  private String run(List<String> command, String input) throws IOException, InterruptedException {
    Path in = folder.resolve("input.csv");
    Files.writeString(in, input);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(in.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Skips the test without the program; fails it where tools are required. */
  private static void need(String program) throws InterruptedException {
    try {
      new ProcessBuilder(program, program.equals("tclsh") ? "/dev/null" : "--version")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      if (Boolean.getBoolean("require.tools")) {
        fail("no " + program);
      }
      abort("skipped: no " + program);
    }
  }
}
