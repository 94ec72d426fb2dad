package io.hdlgen.hdl.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.lower.Datapath;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.testing.Evaluator;
import io.hdlgen.hdl.top.FeaturePorts;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomNetworks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every pass keeps every output of the modules of random networks, and the rules of netlists. */
class PassOrderTest {
  private static final int NETWORKS = 150;
  private static final int ROWS = 12;

  @Test
  void everyPassKeepsEveryOutput() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      IntegerNetwork network = new RandomNetworks(seed).next();
      List<String> ports = FeaturePorts.of(network.inputs());
      for (HdlModule module : Datapath.of(network, "top", ports, Outputs.BOTH).modules()) {
        Netlist before = new Netlist(List.of(module));
        NetlistVerifier.verify(before);
        for (Pass pass : PassOrder.DATAPATH) {
          Netlist after = pass.run(before);
          NetlistVerifier.verify(after);
          assertThat(after.top().outputs().stream().map(Node.Output::range).toList())
              .as("ports after %s, seed %d", pass.name(), seed)
              .isEqualTo(before.top().outputs().stream().map(Node.Output::range).toList());
          assertSame(pass, seed, before.top(), after.top());
          before = after;
        }
      }
    }
  }

  private static void assertSame(Pass pass, int seed, HdlModule before, HdlModule after) {
    Random random = new Random(seed);
    for (int row = 0; row < ROWS; row++) {
      Map<String, Long> inputs = new LinkedHashMap<>();
      for (Node.Input input : before.inputs()) {
        long min = input.range().min().longValueExact();
        long max = input.range().max().longValueExact();
        inputs.put(
            input.name(),
            switch (random.nextInt(4)) {
              case 0 -> min;
              case 1 -> max;
              default -> random.nextLong(min, max + 1);
            });
      }
      assertThat(Evaluator.outputs(after, inputs))
          .as("%s, seed %d, %s", pass.name(), seed, inputs)
          .isEqualTo(Evaluator.outputs(before, inputs));
    }
  }
}
