package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AutoBitsTest {
  private static final FloatNetwork NETWORK =
      PostTrainingQuantizerTest.random(new Random(23), FloatActivation.RELU, 5, 8, 6, 3);
  private static final double[][] ROWS = PostTrainingQuantizerTest.rows(new Random(4), 400, 5);
  private static final int[] LABELS = Arrays.stream(ROWS).mapToInt(NETWORK::classify).toArray();
  private static final PtqOptions BASE = PtqOptions.of(8, 8, 6);

  @Test
  void networkIsInsideTheDropAndNotDearerThanAnyUniformOne() {
    List<BitTrial> heard = new ArrayList<>();
    AutoBitsResult result =
        AutoBits.search(
            NETWORK,
            ROWS,
            LABELS,
            BASE,
            AutoBitsOptions.of(0.04),
            (trial, number, most) -> {
              heard.add(trial);
              assertThat(number).isEqualTo(heard.size());
            });

    assertThat(Arrays.stream(LABELS).distinct().count()).isEqualTo(3);
    assertThat(result.floatAccuracy()).isEqualTo(1);
    assertThat(result.withinDrop()).isTrue();
    assertThat(result.chosen().accuracy()).isGreaterThanOrEqualTo(0.96);
    assertThat(result.chosen().cost()).isEqualTo(AdderBits.of(result.network()));
    assertThat(result.trials()).isEqualTo(heard).contains(result.chosen());
    BitTrial eight = result.trials().get(0);
    assertThat(eight.layers().get(0)).isEqualTo(LayerPrecision.ofBits(8, 8));
    assertThat(result.chosen().cost()).isLessThan(0.8 * eight.cost());
    for (BitTrial uniform : result.trials().subList(0, 8)) {
      assertThat(uniform.accuracy() < 0.96 || result.chosen().cost() <= uniform.cost()).isTrue();
    }
    assertThat(result.validationRows()).isBetween(198, 202);
    assertThat(
            AutoBits.search(
                NETWORK, ROWS, LABELS, BASE, AutoBitsOptions.of(0.04), AutoBitsListener.NONE))
        .isEqualTo(result);
  }

  @Test
  void costOfTheUserDecides() {
    AutoBitsOptions options = new AutoBitsOptions(1, 0.25, 12, network -> -AdderBits.of(network));
    AutoBitsResult result =
        AutoBits.search(NETWORK, ROWS, LABELS, BASE, options, AutoBitsListener.NONE);

    assertThat(result.chosen().cost())
        .isEqualTo(result.trials().stream().mapToDouble(BitTrial::cost).min().orElseThrow());
    assertThat(result.validationRows()).isBetween(97, 103);
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    AutoBitsResult result =
        AutoBits.search(
            NETWORK,
            Arrays.copyOf(ROWS, 100),
            Arrays.copyOf(LABELS, 100),
            PtqOptions.of(8, 8, 1),
            AutoBitsOptions.of(0.001),
            AutoBitsListener.NONE);

    assertThat(result.withinDrop()).isFalse();
    assertThat(result.notes()).anyMatch(note -> note.startsWith("No choice of bits"));
    assertThat(result.notes()).anyMatch(note -> note.contains("one row more or less"));
  }

  @Test
  void badDataIsRefused() {
    assertRefused(Arrays.copyOf(ROWS, 1), new int[1], "at least 2");
    assertRefused(Arrays.copyOf(ROWS, 2), new int[3], "one a row");
    assertRefused(Arrays.copyOf(ROWS, 2), new int[] {0, 3}, "label of row 2: found class 3");
    assertThatThrownBy(() -> AutoBitsOptions.of(-0.1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("accuracy drop");
  }

  private static void assertRefused(double[][] rows, int[] labels, String message) {
    assertThatThrownBy(
            () ->
                AutoBits.search(
                    NETWORK, rows, labels, BASE, AutoBitsOptions.of(0.1), AutoBitsListener.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void bothPartsHaveRowsOfEachClass() {
    int[] labels = {0, 0, 0, 0, 1, 1, 2, 2, 2};
    double[][] rows = new double[9][1];
    Arrays.setAll(rows, r -> new double[] {r});
    ValidationSplit split = ValidationSplit.of(rows, labels, 0.5);
    assertThat(split.validationRows()).isDeepEqualTo(new double[][] {{1}, {3}, {5}, {7}});
    assertThat(split.calibrationRows()).isDeepEqualTo(new double[][] {{0}, {2}, {4}, {6}, {8}});
    for (double fraction : new double[] {1e-6, 0.999}) {
      ValidationSplit extreme = ValidationSplit.of(rows, labels, fraction);
      assertThat(extreme.validationRows()).isNotEmpty();
      assertThat(extreme.calibrationRows()).isNotEmpty();
    }
  }
}
