package io.hdlgen.quantizer.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rough measurement; the benchmarks module has the exact one. */
class ReferenceSpeedTest {
  private final Random random = new Random(1);

  @Test
  @Tag("long")
  void evaluatesFiftyThousandRowsASecond() {
    ReferenceModel model = new ReferenceModel(network(784, 64, 64, 64, 10));
    long[][] codes = new long[20_000][784];
    for (long[] row : codes) {
      Arrays.setAll(row, i -> random.nextInt(4) - 2);
    }
    double best = 0;
    for (int round = 0; round < 8; round++) {
      long start = System.nanoTime();
      model.classify(codes, 2);
      best = Math.max(best, codes.length / ((System.nanoTime() - start) * 1e-9));
    }
    System.out.printf("reference, 784-64-64-64-10, 2 threads: %.0f rows/s%n", best);
    assertThat(best).isGreaterThan(50_000);
  }

  private IntegerNetwork network(int... sizes) {
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0; i < sizes[0]; i++) {
      inputs.add(InputFeature.filling("x" + i, 2, Encoding.SIGNED, 1, 0, Rounding.HALF_EVEN));
    }
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 1; l < sizes.length; l++) {
      long[][] weights = new long[sizes[l]][sizes[l - 1]];
      long[][] thresholds = new long[sizes[l]][];
      for (int n = 0; n < sizes[l]; n++) {
        Arrays.setAll(weights[n], i -> random.nextInt(3) - 1);
        thresholds[n] = new long[] {-10, 0, 10};
      }
      Activation activation =
          l == sizes.length - 1
              ? new Activation.Identity()
              : new Activation.MultiThreshold(-2, 1, LongMatrix.of(thresholds));
      LongVector biases = LongVector.filled(sizes[l], 0);
      layers.add(new DenseLayer("l" + l, LongMatrix.of(weights), biases, activation));
    }
    int classes = sizes[sizes.length - 1];
    List<String> names = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      names.add("" + k);
    }
    Decision decision =
        new Decision.ArgMax(LongVector.filled(classes, 1), LongVector.filled(classes, 0));
    return new IntegerNetwork("speed", inputs, layers, decision, names);
  }
}
