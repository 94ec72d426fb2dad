package io.hdlgen.quantizer.onnx.integer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.LongVector;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionRanksTest {

  @Test
  void multiplierIsTheNumberOfFractions() {
    ScoreScaling scaling = FractionRanks.of(0.5, new double[] {0.1, 1.35, -0.4, 0}, 100).get();

    // In gains: 0.2, 2.7, -1 + 0.2 and 0. As doubles, 0.2 is a little more in the first of them.
    assertThat(scaling.multipliers()).isEqualTo(LongVector.filled(4, 4));
    assertThat(scaling.offsets()).isEqualTo(LongVector.of(2, 11, -3, 0));
  }

  @Test
  void orderIsThatOfTheRealOutputs() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      double gain = Math.scalb(1.0, random.nextInt(5) - 2);
      double[] offsets = random.doubles(4, -3, 3).map(x -> Math.rint(x * 16) / 16).toArray();
      ScoreScaling scaling = FractionRanks.of(gain, offsets, 1 << 20).get();
      for (int row = 0; row < 50; row++) {
        long[] values = random.longs(4, -6, 7).toArray();
        for (int i = 0; i < 4; i++) {
          for (int j = 0; j < 4; j++) {
            double real = gain * values[i] + offsets[i] - gain * values[j] - offsets[j];
            long scores =
                scaling.multipliers().get(i) * values[i]
                    + scaling.offsets().get(i)
                    - scaling.multipliers().get(j) * values[j]
                    - scaling.offsets().get(j);
            assertThat(Long.signum(scores))
                .as("gain %s, offsets %s", gain, Arrays.toString(offsets))
                .isEqualTo((int) Math.signum(real));
          }
        }
      }
    }
  }

  @Test
  void offsetsBeyondTheLimitAreLeftToOthers() {
    assertThat(FractionRanks.of(1e-12, new double[] {0, 1}, 1L << 31)).isEmpty();
  }
}
