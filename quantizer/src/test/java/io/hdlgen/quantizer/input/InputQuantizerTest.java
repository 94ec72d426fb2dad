package io.hdlgen.quantizer.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InputQuantizerTest {
  private static final List<String> NAMES = List.of("count", "delta", "volts", "fixed");
  private static final double[][] ROWS = {{0, -3, 0.5, 7.5}, {9, 5, 1.5, 7.5}, {4, 0, 0.7, 7.5}};

  @Test
  void integersAreTheirOwnCodesAndOthersFillTheField() {
    List<InputFeature> features = InputQuantizer.features(NAMES, ROWS, InputOptions.ofBits(8));

    InputFeature count = features.get(0);
    assertThat(count.encoding()).isEqualTo(Encoding.UNSIGNED);
    assertThat(count.bits()).isEqualTo(4);
    assertThat(count.range()).isEqualTo(new Interval(0, 9));
    assertThat(count.encode(4)).isEqualTo(4);
    InputFeature delta = features.get(1);
    assertThat(delta.encoding()).isEqualTo(Encoding.SIGNED);
    assertThat(delta.bits()).isEqualTo(4);
    assertThat(delta.range()).isEqualTo(new Interval(-3, 5));
    InputFeature volts = features.get(2);
    assertThat(volts.encode(0.5)).isZero();
    assertThat(volts.encode(1.5)).isEqualTo(255);
    InputFeature fixed = features.get(3);
    assertThat(fixed.encode(7.5)).isZero();
  }

  @Test
  void integersThatDoNotFitAreScaled() {
    List<InputFeature> features = InputQuantizer.features(NAMES, ROWS, InputOptions.ofBits(2));

    assertThat(features.get(0).encode(9)).isEqualTo(3);
    assertThat(features.get(1).encode(-3)).isZero();
    assertThat(features.get(1).encode(5)).isEqualTo(3);
  }

  @Test
  void signAskedForIsKept() {
    InputOptions signed = new InputOptions(8, OptionalDouble.empty(), Optional.of(true));

    List<InputFeature> features = InputQuantizer.features(NAMES, ROWS, signed);
    assertThat(features).allMatch(feature -> feature.encoding() == Encoding.SIGNED);
    assertThat(features.get(0).bits()).isEqualTo(5);
    assertThat(features.get(2).encode(0.5)).isEqualTo(-128);
    assertThat(features.get(2).encode(1.5)).isEqualTo(127);
  }

  @Test
  void pixelsShareTheRangeOfABrightOne() {
    double[][] rows = {{0, 17 / 255.0}, {0, 200 / 255.0}};

    List<InputFeature> bytes =
        InputQuantizer.features(List.of("dark", "lit"), rows, InputOptions.ofBits(8));
    List<InputFeature> nibbles =
        InputQuantizer.features(List.of("dark", "lit"), rows, InputOptions.ofBits(4));

    for (int i = 0; i < 2; i++) {
      for (int pixel = 0; pixel <= 255; pixel++) {
        assertThat(bytes.get(i).encode(pixel / 255.0)).isEqualTo(pixel);
        assertThat(nibbles.get(i).encode(pixel / 255.0)).isEqualTo(Math.round(pixel / 17.0));
      }
    }
  }

  @Test
  void pixelsMayBeFloatsOrWrittenInSixDecimals() {
    double[][] floats = {{0, 17f / 255f}, {0, 200f / 255f}};
    double[][] decimals = {{0, 0.066667}, {0, 0.784314}};
    for (double[][] rows : List.of(floats, decimals)) {
      List<InputFeature> features =
          InputQuantizer.features(List.of("dark", "lit"), rows, InputOptions.ofBits(8));

      assertThat(features).allMatch(feature -> feature.scale() == 1 / 255.0);
      assertThat(features.get(1).encode(rows[0][1])).isEqualTo(17);
      assertThat(features.get(1).encode(rows[1][1])).isEqualTo(200);
    }
  }

  @Test
  void smallNumbersAreNoDarkPixels() {
    double[][] rows = {{0, 1e-7}, {0, 4e-7}};

    List<InputFeature> features =
        InputQuantizer.features(List.of("a", "b"), rows, InputOptions.ofBits(8));

    assertThat(features.get(1).encode(1e-7)).isZero();
    assertThat(features.get(1).encode(4e-7)).isEqualTo(255);
  }

  @Test
  void fractionsThatAreNoPixelsKeepTheirOwnRange() {
    double[][] rows = {{0, 17 / 255.0}, {0, 0.3}};

    List<InputFeature> features =
        InputQuantizer.features(List.of("a", "b"), rows, InputOptions.ofBits(8));

    assertThat(features.get(1).encode(17 / 255.0)).isZero();
    assertThat(features.get(1).encode(0.3)).isEqualTo(255);
  }
}
