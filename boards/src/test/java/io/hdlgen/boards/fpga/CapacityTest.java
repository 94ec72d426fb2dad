package io.hdlgen.boards.fpga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final Capacity DEVICE = of(100, 200, 0, 4);

  @Test
  void fitsUpToTheBrim() {
    assertThat(of(100, 200, 0, 4).fits(DEVICE)).isTrue();
    assertThat(of(101, 0, 0, 0).fits(DEVICE)).isFalse();
    assertThat(of(0, 0, 1, 0).fits(DEVICE)).isFalse();
  }

  @Test
  void nothingOfNothingIsNothing() {
    assertThat(of(25, 0, 0, 0).fraction(Resource.LUT, DEVICE)).isEqualTo(0.25);
    assertThat(of(25, 0, 0, 0).fraction(Resource.BLOCK_RAM, DEVICE)).isZero();
    assertThat(of(25, 0, 1, 0).fraction(Resource.BLOCK_RAM, DEVICE)).isInfinite();
  }

  private static Capacity of(long luts, long flipFlops, long rams, long dsps) {
    return new Capacity(
        Map.of(
            Resource.LUT, luts,
            Resource.FLIP_FLOP, flipFlops,
            Resource.BLOCK_RAM, rams,
            Resource.DSP, dsps));
  }
}
