package io.hdlgen.canids.rtl.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BitTimingTest {
  @Test
  void theUsualSamplePointLiesBetween75And87Percent() {
    for (int clocks = BitTiming.MIN_CLOCKS; clocks <= 400; clocks++) {
      BitTiming timing = BitTiming.of(clocks);
      assertThat(timing.clocksPerBit()).isEqualTo(clocks);
      assertThat(timing.samplePoint()).isBetween(0.75, 0.875);
    }
    assertThat(BitTiming.of(16)).isEqualTo(new BitTiming(11, 4, 4));
    assertThat(BitTiming.of(16).tolerance()).isEqualTo(0.025, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 6, 1", "4, 2, 1", "11, 0, 1", "11, 4, 0", "11, 4, 5", "2, 6, 3", "4000, 1000, 1"})
  void impossibleBitsAreRefused(int beforeSample, int phase2, int jump) {
    assertThatThrownBy(() -> new BitTiming(beforeSample, phase2, jump))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBitIsAWholeNumberOfClocks() {
    assertThat(ReceiverOptions.of(25, 500_000).timing().clocksPerBit()).isEqualTo(50);
    assertThatThrownBy(() -> ReceiverOptions.of(16, 300_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("300000");
  }
}
