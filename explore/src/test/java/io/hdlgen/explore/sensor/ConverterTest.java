package io.hdlgen.explore.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Comparators against the definition of the codes. */
class ConverterTest {
  private static final InputFeature ALCOHOL =
      InputFeature.filling("alcohol", 4, Encoding.UNSIGNED, 0.5, 8, Rounding.FLOOR);

  /** Values between codes, at ties, next to them, and far out. */
  private static double[] values(InputFeature feature) {
    Random random = new Random(3);
    double[] values = new double[400];
    for (int i = 0; i < 100; i++) {
      double tie = feature.offset() + feature.scale() * (i - 50) / 2;
      values[4 * i] = tie;
      values[4 * i + 1] = Math.nextUp(tie);
      values[4 * i + 2] = Math.nextDown(tie);
      values[4 * i + 3] = feature.offset() + feature.scale() * 40 * (random.nextDouble() - 0.5);
    }
    values[0] = Double.MAX_VALUE;
    values[1] = -Double.MAX_VALUE;
    return values;
  }

  @Test
  void readsWhatTheCodesSayInTheUsedBits() {
    for (Rounding rounding : Rounding.values()) {
      for (Encoding encoding : List.of(Encoding.UNSIGNED, Encoding.SIGNED)) {
        for (double scale : new double[] {0.3, -0.7}) {
          for (long used : new long[] {0, 1, 2, 6, 8, 15}) {
            check(InputFeature.filling("x", 4, encoding, scale, 1.1, rounding), used);
            check(new InputFeature("x", 4, encoding, 2, 6, scale, 1.1, rounding), used);
          }
        }
      }
      check(InputFeature.filling("x", 1, Encoding.BIPOLAR, -0.3, 0.1, rounding), 1);
      check(InputFeature.filling("x", 1, Encoding.BIPOLAR, 0.3, 0.1, rounding), 1);
      for (long used = 0; used < 8; used++) {
        InputFeature grid = InputFeature.filling("x", 4, Encoding.UNSIGNED, -0.3, 0.1, rounding);
        check(InputFeature.thermometer(grid, LongVector.of(2, 5, 15)), used);
      }
    }
  }

  private static void check(InputFeature feature, long used) {
    Converter converter = new Converter(feature, used);
    for (double value : values(feature)) {
      long code = feature.encode(value);
      long field =
          switch (feature.encoding()) {
            case UNSIGNED, SIGNED -> code;
            case BIPOLAR -> (code + 1) / 2;
            case THERMOMETER -> (1L << code) - 1;
          };
      assertThat(converter.field(value, converter.thresholds()) & used)
          .describedAs("%s of %s, bits %d", value, feature, used)
          .isEqualTo(field & used);
    }
  }

  @Test
  void hasTheComparatorsOfTheUsedBits() {
    assertThat(new Converter(ALCOHOL, 0b1100).thresholds()).containsExactly(10, 12, 14);
    assertThat(new Converter(ALCOHOL, 0b1100).parts()).isEqualTo(new Parts(3, 2));
    assertThat(new Converter(ALCOHOL, 0b0001).comparators()).hasSize(15);
    assertThat(new Converter(ALCOHOL, 0).comparators()).isEmpty();
    assertThat(new Converter(ALCOHOL, 0).parts()).isEqualTo(Parts.NONE);
  }

  @Test
  void aThermometerHasItsUsedLevelsAndNoEncoder() {
    Converter converter =
        new Converter(InputFeature.thermometer(ALCOHOL, LongVector.of(3, 5, 9)), 0b101);
    assertThat(converter.thresholds()).containsExactly(9.5, 12.5);
    assertThat(converter.parts()).isEqualTo(new Parts(2, 0));
    assertThat(converter.bitsRead()).isEqualTo(2);
    assertThat(converter.fullScale()).isEqualTo(7.5);
    assertThat(converter.bottom()).isEqualTo(8);
    assertThat(converter.field(1)).isEqualTo(1);
    assertThat(converter.field(2)).isEqualTo(0b101);
  }

  @Test
  void oneStepIsAFifteenthOfFullScale() {
    Converter converter = new Converter(ALCOHOL, 15);
    assertThat(converter.fullScale()).isEqualTo(7.5);
    assertThat(converter.step()).isCloseTo(0.5, within(1e-12));
    assertThat(converter.bottom()).isEqualTo(8);
    InputFeature coarse =
        InputFeature.filling("x", 2, Encoding.UNSIGNED, -2.5, 0, Rounding.HALF_EVEN);
    assertThat(new Converter(coarse, 3).step()).isCloseTo(0.5, within(1e-12));
    assertThat(new Converter(coarse, 3).falling()).isTrue();
  }

  @Test
  void displacedComparatorsReadDisplacedValues() {
    Converter converter = new Converter(ALCOHOL, 0b1100);
    assertThat(converter.field(10.2, new double[] {10.3, 12, 14})).isZero();
    // A bubble: the count of what is reached decides.
    assertThat(converter.field(10.2, new double[] {10.3, 10.1, 14})).isEqualTo(4);
  }
}
