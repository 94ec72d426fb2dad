package io.hdlgen.boards.fpga;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.estimate.FpgaEstimate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final Capacity DEVICE =
      new Capacity(
          Map.of(
              Resource.LUT, 5280L,
              Resource.FLIP_FLOP, 5280L,
              Resource.BLOCK_RAM, 30L,
              Resource.DSP, 0L));

  private static Fit fit(long luts, long blockRams, long dsps) {
    return Fit.of(new FpgaEstimate(luts, 7, 2640, blockRams, dsps, 10, 90), DEVICE);
  }

  @Test
  void fitsUpToTheLast() {
    Fit fit = fit(5280, 30, 0);
    assertThat(fit.fits()).isTrue();
    assertThat(fit.fraction()).isEqualTo(1);
    assertThat(fit.shortage()).isEmpty();
    assertThat(fit(1320, 6, 0).fraction()).isEqualTo(0.5);
  }

  @Test
  void namesWhatThereIsTooLittleOf() {
    assertThat(fit(7100, 31, 0).shortage()).contains("7,100 luts of 5,280, 31 blockRams of 30");
    assertThat(fit(7100, 30, 0).fraction()).isEqualTo(7100 / 5280.0);
  }

  @Test
  void takesNothingOfWhatIsNotThere() {
    assertThat(fit(1, 1, 2).shortage()).contains("2 dsps of 0");
    assertThat(fit(1, 1, 2).fraction()).isInfinite();
  }
}
