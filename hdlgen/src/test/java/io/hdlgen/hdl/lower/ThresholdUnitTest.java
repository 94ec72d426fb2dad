package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.testing.Evaluator;
import io.hdlgen.hdl.verify.NetlistVerifier;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThresholdUnitTest {
  private static final Origin NEURON = new Origin(0, 0, "sum");

  /** Every sum, for random thresholds, also equal ones. */
  @Test
  void countsFromOneToTwentyThresholds() {
    Random random = new Random(5);
    for (int count = 1; count <= 20; count++) {
      for (int round = 0; round < 12; round++) {
        int min = random.nextInt(100) - 60;
        int max = min + 20 + random.nextInt(60);
        long[] thresholds = random.longs(count, min + 1, max + 1).sorted().toArray();
        assertCounts(min, max, thresholds);
      }
    }
  }

  /** The same in even steps, where bits are dropped instead, and one step off. */
  @Test
  void countsEvenSteps() {
    for (int shift = 0; shift <= 3; shift++) {
      for (int count = 1; count <= 12; count++) {
        for (int late = 0; late < 3; late++) {
          int step = 1 << shift;
          int odd = late == 1 && shift > 0 ? 1 : 0;
          int even = late == 2 && shift > 0 ? 1 : 0;
          long[] thresholds =
              IntStream.range(0, count)
                  .mapToLong(i -> -7 + i * step + (i % 2 == 0 ? odd : even))
                  .toArray();
          assertCounts(-11, -7 + count * step + 9, thresholds);
          assertCounts(-8, (int) thresholds[count - 1], thresholds);
          assertCounts(0, 40 + count * step, LongStream.of(thresholds).map(t -> t + 8).toArray());
        }
      }
    }
  }

  private static void assertCounts(int min, int max, long[] thresholds) {
    HdlModule module = unit(min, max, thresholds);
    NetlistVerifier.verify(new Netlist(List.of(module)));
    for (long sum = min; sum <= max; sum++) {
      long at = sum;
      assertThat(Evaluator.outputs(module, Map.of("sum_i", sum)))
          .as("%d among %s", sum, thresholds)
          .isEqualTo(Map.of("y_o", LongStream.of(thresholds).filter(t -> t <= at).count()));
    }
  }

  private static HdlModule unit(int min, int max, long... thresholds) {
    ModuleBuilder builder = new ModuleBuilder("m");
    int sum = builder.input(Origin.of("sum"), Range.of(min, max), "sum_i");
    List<BigInteger> list = LongStream.of(thresholds).mapToObj(BigInteger::valueOf).toList();
    builder.output(NEURON, "y_o", new ThresholdUnit(builder, NEURON, sum, list).build());
    return builder.build();
  }

  @Test
  void sevenThresholdsTakeSevenComparatorsAndEightTakeFour() {
    assertThat(comparators(unit(0, 99, 3, 5, 9, 20, 30, 31, 90))).isEqualTo(7);
    assertThat(comparators(unit(0, 99, 3, 5, 9, 20, 30, 31, 90, 91))).isEqualTo(4);
  }

  private static long comparators(HdlModule module) {
    return module.nodes().stream().filter(Node.Compare.class::isInstance).count();
  }
}
