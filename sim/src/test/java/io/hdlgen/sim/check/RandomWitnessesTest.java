package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reference, simulation and Verilator agree on random networks, under pauses and resets at random.
 * Which kinds of networks there are among them, RandomNetworksTest of the quantizer counts. Folded
 * designs are {@link FoldedWitnessesTest}'s.
 */
final class RandomWitnessesTest {
  private static final int NETWORKS = 300;
  private static final int APPROXIMATE_NETWORKS = 150;
  private static final int ROWS = 120;
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(value = Architecture.class, names = "FOLDED", mode = EnumSource.Mode.EXCLUDE)
  void allThreeAgree(Architecture architecture) throws IOException {
    Tools.need("verilator");
    check(architecture, NETWORKS, RandomNetworks::next);
  }

  @ParameterizedTest
  @EnumSource(value = Architecture.class, names = "FOLDED", mode = EnumSource.Mode.EXCLUDE)
  void allThreeAgreeOnApproximateNetworks(Architecture architecture) throws IOException {
    Tools.need("verilator");
    check(architecture, APPROXIMATE_NETWORKS, RandomNetworks::nextApproximate);
  }

  private void check(
      Architecture architecture, int networks, Function<RandomNetworks, IntegerNetwork> next)
      throws IOException {
    DesignArray array = new DesignArray();
    for (int seed = 0; seed < networks; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = next.apply(random);
      HardwareDesign design = HardwareCompiler.compile(network, options(architecture, seed));
      long[][] codes = random.codes(network, ROWS);
      ReferenceModel reference = new ReferenceModel(network);
      Vectors vectors =
          new Vectors(
              design.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
      array.add(
          "the network of seed " + seed,
          design,
          new DesignCheck(design.netlist(), design.signature(), vectors, seed));
    }
    assertThat(array.size()).isEqualTo(networks);
    array.check(folder);
  }

  private static HardwareOptions options(Architecture architecture, int seed) {
    return new HardwareOptions(
        "d" + seed,
        architecture,
        Outputs.values()[seed % 3],
        50 + seed % 400,
        seed % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(1 + seed % 7),
        MODEL,
        List.of());
  }
}
