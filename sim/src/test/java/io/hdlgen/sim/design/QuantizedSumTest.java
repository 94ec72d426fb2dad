package io.hdlgen.sim.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.sim.cycle.Simulator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rounding of a sum, at every sum: the hardware's threshold unit against the formula. */
class QuantizedSumTest {
  private static final int BITS = 8;

  @ParameterizedTest
  @EnumSource(Rounding.class)
  void everySumIsRoundedAndClamped(Rounding rounding) {
    for (int shift = 0; shift <= 4; shift++) {
      for (int levels = 1; levels <= 15; levels++) {
        for (int bias : new int[] {-150, -33, 0, 7, 64}) {
          check(rounding, shift, levels, bias);
        }
      }
    }
  }

  private static void check(Rounding rounding, int shift, int levels, int bias) {
    long[][] thresholds = new long[1][levels];
    for (int count = 1; count <= levels; count++) {
      int sum = -4096;
      while (quantized(rounding, shift, sum + bias) < count) {
        sum++;
      }
      thresholds[0][count - 1] = sum;
    }
    Simulator simulator = new Simulator(design(thresholds));
    for (int x = -(1 << (BITS - 1)); x < 1 << (BITS - 1); x++) {
      simulator.setInput("x_i", x);
      simulator.evaluate();
      double expected = Math.max(0, Math.min(levels, quantized(rounding, shift, x + bias)));
      assertThat(simulator.output("score_0_o").toLong())
          .as("%s, shift %d, %d levels, bias %d, x %d", rounding, shift, levels, bias, x)
          .isEqualTo((long) expected);
    }
  }

  private static double quantized(Rounding rounding, int shift, int sum) {
    return rounding.apply(sum / (double) (1 << shift));
  }

  private static Netlist design(long[][] thresholds) {
    InputFeature input = InputFeature.filling("x", BITS, Encoding.SIGNED, 1, 0, Rounding.HALF_EVEN);
    DenseLayer layer =
        new DenseLayer(
            "layer",
            LongMatrix.of(new long[][] {{1}}),
            LongVector.of(0),
            new Activation.MultiThreshold(0, 1, LongMatrix.of(thresholds)));
    IntegerNetwork network =
        new IntegerNetwork(
            "sum",
            List.of(input),
            List.of(layer),
            new Decision.Scores(LongVector.of(1), LongVector.of(0)),
            List.of());
    return HardwareCompiler.compile(
            network,
            new HardwareOptions(
                "top",
                Architecture.COMBINATIONAL,
                Outputs.SCORES,
                100,
                OptionalInt.empty(),
                new CostModel("test", 0.5, 0.7, 0.8, 0.03),
                List.of()))
        .netlist();
  }
}
