package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What post-training quantization reaches on images that nothing was fitted to. */
class DigitsAccuracyTest {
  private static FloatNetwork network;
  private static DigitsExample.Table train;
  private static DigitsExample.Table test;

  @BeforeAll
  static void load() {
    network = DigitsExample.network();
    train = DigitsExample.train();
    test = DigitsExample.test();
  }

  @Test
  void floatNetworkIsWorthQuantizing() {
    assertThat(floatAccuracy()).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @CsvSource({"8, 0.005", "6, 0.005", "4, 0.010", "3, 0.015", "2, 0.030", "1, 0.085"})
  void accuracyStaysNearTheFloatNetwork(int bits, double loss) {
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(network, train.pixels(), PtqOptions.of(bits, bits, 8));

    double accuracy = accuracy(quantized);
    System.out.printf("digits, %d bits: test accuracy %.4f%n", bits, accuracy);
    assertThat(accuracy).isGreaterThan(floatAccuracy() - loss);
  }

  @Test
  void greyLevelsAreTheCodes() {
    IntegerNetwork quantized =
        PostTrainingQuantizer.quantize(network, train.pixels(), PtqOptions.of(4, 4, 8));

    assertThat(quantized.inputs())
        .hasSize(64)
        .allSatisfy(
            feature -> {
              assertThat(feature.range()).isEqualTo(new Interval(0, 16));
              assertThat(feature.bits()).isEqualTo(5);
              assertThat(feature.encode(7)).isEqualTo(7);
            });
    assertThat(quantized.inputs().get(11).name()).isEqualTo("p1_3");
  }

  @Test
  void sameInputGivesSameNetwork() {
    PtqOptions options = PtqOptions.of(2, 2, 8);
    double[][] rows = Arrays.copyOf(train.pixels(), 200);

    assertThat(PostTrainingQuantizer.quantize(network, rows, options))
        .isEqualTo(PostTrainingQuantizer.quantize(network, rows, options));
  }

  private static double floatAccuracy() {
    return accuracy(Arrays.stream(test.pixels()).mapToInt(network::classify).toArray());
  }

  private static double accuracy(IntegerNetwork quantized) {
    long[][] codes = new long[test.pixels().length][quantized.inputs().size()];
    for (int r = 0; r < codes.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        codes[r][i] = quantized.inputs().get(i).encode(test.pixels()[r][i]);
      }
    }
    return accuracy(new ReferenceModel(quantized).classify(codes, 1));
  }

  private static double accuracy(int[] classes) {
    return IntStream.range(0, classes.length).filter(r -> classes[r] == test.digits()[r]).count()
        / (double) classes.length;
  }
}
