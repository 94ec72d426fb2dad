package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reference, simulation and Verilator agree on random networks behind registers, unrolled and in
 * random foldings, with the latency that the signature tells.
 */
final class RegisterWitnessesTest {
  private static final int IN_JAVA = 24;
  private static final int IN_VERILATOR = 9;
  private static final int ROWS = 12;
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  @TempDir Path folder;

  @Test
  void theReferenceAgrees() {
    for (int seed = 0; seed < IN_JAVA; seed++) {
      CheckResult result = OnBus.of(seed).check().inJava();
      assertThat(result.first()).as("seed %d", seed).isEmpty();
      assertThat(result.latencyMeasured())
          .as("latency of seed %d", seed)
          .hasValue(result.latencyPredicted());
      assertThat(result.passed()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void allThreeAgree() throws IOException {
    Tools.need("verilator");
    DesignArray array = new DesignArray();
    for (int seed = 0; seed < IN_VERILATOR; seed++) {
      OnBus design = OnBus.of(seed);
      array.add("the network of seed " + seed, design.hardware(), design.check());
    }
    array.check(folder);
  }

  /** Of three designs, two are folded. */
  private record OnBus(HardwareDesign hardware, DesignCheck check) {
    static OnBus of(int seed) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.next();
      HardwareOptions unrolled =
          new HardwareOptions(
              "d" + seed,
              Architecture.UNROLLED,
              Outputs.values()[seed / 3 % 3],
              50 + seed % 400,
              OptionalInt.empty(),
              MODEL,
              List.of());
      HardwareOptions options =
          seed % 3 == 0
              ? unrolled
              : unrolled.withFoldings(
                  RandomFoldings.of(network, new Random(seed)), Multiplication.AUTO);
      HardwareDesign design = HardwareCompiler.compile(network, options.withBus(Bus.AXI4_LITE));
      long[][] codes = random.codes(network, ROWS);
      ReferenceModel reference = new ReferenceModel(network);
      Vectors vectors =
          new Vectors(
              design.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
      return new OnBus(
          design, new DesignCheck(design.netlist(), design.signature(), vectors, seed));
    }
  }
}
