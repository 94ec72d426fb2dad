package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.quantizer.reference.RandomNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every tool reads what is emitted without a word. */
class LintTest {
  private static final int NETWORKS = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void emittedVerilogIsClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (int seed = 0; seed < NETWORKS; seed++) {
      Path place = Files.createDirectory(folder.resolve("d" + seed));
      tool.assertClean("random network " + seed, place, "top", design(seed).files());
    }
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void registersAreClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (int seed = 0; seed < NETWORKS / 4; seed++) {
      Path place = Files.createDirectory(folder.resolve("r" + seed));
      HardwareDesign design =
          HardwareCompiler.compile(
              new RandomNetworks(seed).next(),
              Designs.options(
                      "top",
                      Architecture.UNROLLED,
                      Outputs.values()[seed % 3],
                      100,
                      OptionalInt.of(2))
                  .withBus(Bus.AXI4_LITE));
      tool.assertClean("random network " + seed, place, "top", design.files());
    }
  }

  private static HardwareDesign design(int seed) {
    Architecture architecture = Architecture.values()[seed % Architecture.values().length];
    return HardwareCompiler.compile(
        new RandomNetworks(seed).next(),
        Designs.options(
            "top",
            architecture,
            Outputs.values()[seed % 3],
            100 + 20 * (seed % 7),
            OptionalInt.empty()));
  }
}
