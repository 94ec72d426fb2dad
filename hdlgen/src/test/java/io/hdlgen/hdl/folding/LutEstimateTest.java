package io.hdlgen.hdl.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LutEstimateTest {
  private static final LutEstimate ESTIMATE =
      new LutEstimate(
          List.of(
              new LayerFormat(8, 2, 20, 3, 3, false),
              new LayerFormat(1, 1, 10, 0, 0, false),
              new LayerFormat(8, 6, 20, 255, 8, true)));

  /** Two neurons of 4 products of 35.2 LUTs, 20 of sum, 30 of thresholds; 16 and 120 of ROM. */
  @Test
  void neuronsMemoriesAndControl() {
    assertThat(ESTIMATE.layerLuts(0, new FoldedLayer(16, 8, new Folding(2, 4))))
        .isEqualTo(110 + 382 + 16 + 120);
  }

  /** Two neurons of 4 products of 14 LUTs, 20 of sum, 8 comparisons of 10; 48 and 10200 of ROM. */
  @Test
  void multiplicationsAndSearchesTakeWhatTheyAre() {
    assertThat(ESTIMATE.layerLuts(2, new FoldedLayer(16, 8, new Folding(2, 4))))
        .isEqualTo(110 + 2 * (56 + 20 + 80) + 48 + 10_200);
  }

  @Test
  void binaryTermsTakeFewAndUnrolledLayersNoMemory() {
    assertThat(ESTIMATE.layerLuts(1, new FoldedLayer(16, 3, new Folding(3, 16))))
        .isEqualTo(110 + 77);
  }

  @Test
  void manyWeightsGoIntoBlockRam() {
    assertThat(ESTIMATE.layerLuts(1, new FoldedLayer(64, 8, new Folding(1, 1))))
        .isEqualTo(110 + 12 + 8);
    assertThat(ESTIMATE.layerLuts(1, new FoldedLayer(1250, 8, new Folding(1, 1))))
        .isEqualTo(110 + 12 + 157);
    assertThat(ESTIMATE.layerLuts(1, new FoldedLayer(1251, 8, new Folding(1, 1))))
        .isEqualTo(110 + 12);
  }

  /** 16 words and one to spare of 4 x 8 bits; 63 and one of 8 bits; 2,000 in block RAM. */
  @Test
  void queuesAreNarrowMemories() {
    assertThat(ESTIMATE.queueLuts(0, 64, 4)).isEqualTo(32);
    assertThat(ESTIMATE.queueLuts(0, 63, 1)).isEqualTo(16);
    assertThat(ESTIMATE.queueLuts(0, 2000, 1)).isZero();
  }
}
