package io.hdlgen.flow;

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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every combination of input codes. */
class EveryCodeTest {
  private static InputFeature feature(Encoding encoding, int bits) {
    return InputFeature.filling("x" + bits + encoding, bits, encoding, 1, 0, Rounding.FLOOR);
  }

  private static IntegerNetwork network(InputFeature... features) {
    int values = Arrays.stream(features).mapToInt(InputFeature::values).sum();
    return new IntegerNetwork(
        "every",
        List.of(features),
        List.of(
            new DenseLayer(
                "scores",
                LongMatrix.of(new long[2][values]),
                LongVector.of(0, 1),
                new Activation.Identity())),
        new Decision.ArgMax(LongVector.filled(2, 1), LongVector.filled(2, 0)),
        List.of("a", "b"));
  }

  @Test
  void triesEachOnce() {
    IntegerNetwork network =
        network(
            feature(Encoding.SIGNED, 2),
            InputFeature.thermometer(feature(Encoding.UNSIGNED, 4), LongVector.of(3, 9)),
            feature(Encoding.BIPOLAR, 1));
    assertThat(EveryCode.count(network, 24)).hasValue(24);
    long[][] rows = EveryCode.behind(new long[][] {{0, 0, 1}}, network, 24);
    assertThat(rows).hasDimensions(25, 3);
    assertThat(rows[0]).containsExactly(0, 0, 1);
    assertThat(Arrays.stream(rows).skip(1).map(Arrays::toString)).doesNotHaveDuplicates();
    assertThat(rows[1]).containsExactly(-2, 0, -1);
    assertThat(rows[24]).containsExactly(1, 2, 1);
    for (long[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        assertThat(network.inputs().get(i).accepts(row[i])).isTrue();
      }
    }
  }

  @Test
  void saysWhenThereAreTooMany() {
    assertThat(EveryCode.count(network(feature(Encoding.UNSIGNED, 5)), 31)).isEmpty();
    InputFeature widest = feature(Encoding.UNSIGNED, 32);
    assertThat(EveryCode.count(network(widest, widest, widest), 1 << 20)).isEmpty();
  }
}
