package io.hdlgen.hdl.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.reference.RandomNetworks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every tool reads what is emitted without a word. */
class LintTest {
  private static final int NETWORKS = 40;
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"verilator", "iverilog", "yosys"})
  void emittedVerilogIsClean(String tool) throws IOException, InterruptedException {
    require(tool);
    for (int seed = 0; seed < NETWORKS; seed++) {
      HardwareDesign design = design(seed);
      Path place = Files.createDirectory(folder.resolve("d" + seed));
      List<String> files = new ArrayList<>();
      for (VerilogFile file : design.files()) {
        Files.writeString(place.resolve(file.name()), file.text());
        files.add(file.name());
      }
      assertThat(run(place, command(tool, files)))
          .as("%s on random network %d", tool, seed)
          .isEqualTo("exit 0\n");
    }
  }

  private static HardwareDesign design(int seed) {
    HardwareOptions options =
        new HardwareOptions(
            "top",
            Architecture.values()[seed % Architecture.values().length],
            Outputs.values()[seed % 3],
            100 + 20 * (seed % 7),
            OptionalInt.empty(),
            MODEL,
            List.of("hdlgen test"));
    return HardwareCompiler.compile(new RandomNetworks(seed).next(), options);
  }

  private static List<String> command(String tool, List<String> files) {
    return switch (tool) {
      case "verilator" -> {
        List<String> command =
            new ArrayList<>(List.of("verilator", "--lint-only", "-Wall", "--top-module", "top"));
        command.addAll(files);
        yield command;
      }
      case "iverilog" -> {
        List<String> command =
            new ArrayList<>(List.of("iverilog", "-g2001", "-Wall", "-o", "out.vvp"));
        command.addAll(files);
        yield command;
      }
      case "yosys" ->
          List.of(
              "yosys",
              "-q",
              "-e",
              ".*",
              "-p",
              "read_verilog "
                  + String.join(" ", files)
                  + "; hierarchy -check -top top; proc; check -assert");
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output + "exit " + process.waitFor() + "\n";
  }

  private static void require(String tool) throws InterruptedException {
    try {
      new ProcessBuilder(tool, "-V").redirectErrorStream(true).start().waitFor();
    } catch (IOException missing) {
      if (Boolean.getBoolean("require.tools")) {
        fail("no " + tool);
      }
      abort("skipped: no " + tool);
    }
  }
}
