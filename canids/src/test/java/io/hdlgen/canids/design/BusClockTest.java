package io.hdlgen.canids.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusClockTest {
  @ParameterizedTest
  @CsvSource({"16, 1000000, 16", "25, 500000, 50", "8, 125000, 64"})
  void countsClocksOfABit(int mhz, int rate, int clocks) {
    assertThat(new BusClock(mhz, rate).clocksPerBit()).isEqualTo(clocks);
  }

  @ParameterizedTest
  @CsvSource({"7, 1000000", "16, 300000", "0, 500000", "16, 2000000", "1000, 10000"})
  void refusesWhatNoReceiverCanDo(int mhz, int rate) {
    assertThatThrownBy(() -> new BusClock(mhz, rate)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void isRememberedInTheOptions() {
    DetectorOptions options =
        new DetectorOptions("ids", Optional.of(new BusClock(25, 500_000)), 50, 3, 200);
    assertThat(DetectorOptions.read(options.toJson(), "options.json")).isEqualTo(options);
  }
}
