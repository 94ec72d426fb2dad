package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reference, simulation and Verilator agree on random networks in random foldings, under pauses and
 * resets at random, with the latency and the interval that the cycle model tells.
 */
final class FoldedWitnessesTest {
  private static final int NETWORKS = 200;
  private static final int ROWS = 40;
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  @TempDir Path folder;

  @Test
  void allThreeAgree() throws IOException {
    Tools.need("verilator");
    DesignArray array = new DesignArray();
    for (int seed = 0; seed < NETWORKS; seed++) {
      Folded folded = Folded.of(seed);
      array.add("the network of seed " + seed, folded.design(), folded.check());
    }
    assertThat(array.size()).isEqualTo(NETWORKS);
    array.check(folder);
  }

  @Test
  void theReferenceAgrees() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      CheckResult result = Folded.of(seed).check().inJava();
      assertThat(result.mismatches()).as("seed %d: %s", seed, result.first()).isZero();
      assertThat(result.latencyMeasured())
          .as("latency of seed %d", seed)
          .hasValue(result.latencyPredicted());
      assertThat(result.intervalMeasured())
          .as("interval of seed %d", seed)
          .isEqualTo(result.intervalPredicted());
    }
  }

  /** Neither way: the receiver's readiness and the source's validity end at registers. */
  @Test
  void noPortWaitsForAnotherInTheSameCycle() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      Netlist netlist = Folded.of(seed).design().netlist();
      CombinationalPaths paths = new CombinationalPaths(netlist);
      for (Node.Output output : netlist.top().outputs()) {
        assertThat(paths.to(netlist.top(), output.name()))
            .as("%s of seed %d", output.name(), seed)
            .isEmpty();
      }
    }
  }

  @Test
  void pathsAreFound() {
    ModuleBuilder child = new ModuleBuilder("child");
    Origin at = Origin.of("x");
    int a = child.input(at, Range.BIT, "a_i");
    int b = child.input(at, Range.BIT, "b_i");
    child.output(at, "a_o", child.not(at, a));
    child.output(at, "b_o", child.register(at, b, Node.Register.ALWAYS));
    HdlModule inner = child.build();
    ModuleBuilder top = new ModuleBuilder("top");
    int ready = top.input(at, Range.BIT, "ready_i");
    int valid = top.input(at, Range.BIT, "valid_i");
    Map<String, Integer> outputs = top.instance(at, inner, Map.of("a_i", ready, "b_i", valid));
    top.output(at, "free_o", outputs.get("b_o"));
    top.output(at, "bound_o", top.and(at, outputs.get("a_o"), outputs.get("b_o")));
    Netlist netlist = new Netlist(List.of(inner, top.build()));
    CombinationalPaths paths = new CombinationalPaths(netlist);
    assertThat(paths.to(netlist.top(), "free_o")).isEmpty();
    assertThat(paths.to(netlist.top(), "bound_o")).containsExactly("ready_i");
  }

  private record Folded(HardwareDesign design, DesignCheck check) {
    static Folded of(int seed) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.next();
      HardwareOptions options =
          new HardwareOptions(
                  "d" + seed,
                  Architecture.FOLDED,
                  Outputs.values()[seed % 3],
                  50 + seed % 400,
                  OptionalInt.empty(),
                  MODEL,
                  List.of())
              .withFoldings(
                  RandomFoldings.of(network, new Random(seed)), Multiplication.values()[seed % 3]);
      HardwareDesign design = HardwareCompiler.compile(network, options);
      long[][] codes = random.codes(network, ROWS);
      ReferenceModel reference = new ReferenceModel(network);
      Vectors vectors =
          new Vectors(
              design.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
      return new Folded(
          design, new DesignCheck(design.netlist(), design.signature(), vectors, seed));
    }
  }
}
