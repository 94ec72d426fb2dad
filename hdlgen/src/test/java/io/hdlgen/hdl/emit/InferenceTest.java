package io.hdlgen.hdl.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.testing.VerilogTools;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Yosys puts memories into block RAM and a product into one multiplier, on every kind of FPGA. What
 * comes after that in its scripts takes long and decides nothing here.
 */
class InferenceTest {
  private static final Pattern CELLS = Pattern.compile("(?m)^ +([A-Z][A-Z0-9_]+) +([0-9]+)$");

  @TempDir Path folder;

  /** A read-only memory and a memory of 512 words of 32 bits, and 12 by 9 bits, both signed. */
  private static VerilogFile design() {
    ModuleBuilder builder = new ModuleBuilder("top");
    Origin x = Origin.of("x");
    Random random = new Random(1);
    int address = builder.input(x, Range.unsigned(9), "a_i");
    int other = builder.input(x, Range.unsigned(9), "w_i");
    int enable = builder.input(x, Range.BIT, "e_i");
    int data = builder.input(x, Range.unsigned(32), "d_i");
    List<BigInteger> words = Stream.generate(() -> new BigInteger(32, random)).limit(512).toList();
    builder.output(x, "r_o", builder.rom(x, address, words, Range.unsigned(32)));
    builder.output(
        x, "m_o", builder.memory(x, Range.unsigned(32), 512, enable, other, data, address));
    int left = builder.input(x, Range.signed(12), "l_i");
    int right = builder.input(x, Range.signed(9), "s_i");
    builder.output(x, "p_o", builder.multiply(x, left, right));
    return new VerilogEmitter(List.of(), (layer, neuron) -> List.of())
        .emit(new Netlist(List.of(builder.build())))
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "synth_ice40 -dsp, SB_RAM40_4K, 8, SB_MAC16",
    "synth_xilinx, RAMB18E1, 2, DSP48E1",
    "synth_ecp5, DP16KD, 2, MULT18X18D",
  })
  void memoriesGoIntoBlocksAndProductsIntoMultipliers(
      String synthesis, String block, int blocks, String multiplier)
      throws IOException, InterruptedException {
    VerilogTools.YOSYS.require();
    VerilogFile file = design();
    Files.writeString(folder.resolve(file.name()), file.text());
    String script = "read_verilog %s; %s -top top -run begin:map_ffram; tee -o cells stat";
    Process process =
        new ProcessBuilder("yosys", "-q", "-p", script.formatted(file.name(), synthesis))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Map<String, Integer> cells = new TreeMap<>();
    Matcher matcher = CELLS.matcher(Files.readString(folder.resolve("cells")));
    while (matcher.find()) {
      cells.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
    }
    assertThat(cells).containsEntry(block, blocks).containsEntry(multiplier, 1);
  }
}
