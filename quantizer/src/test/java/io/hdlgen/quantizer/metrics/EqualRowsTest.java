package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualRowsTest {
  @Test
  void eachRowIsGivenTheFirstThatEqualsIt() {
    double[][] rows = {{1, 2}, {2, 1}, {1, 2}, {0.0, 1}, {-0.0, 1}, {1, 2}};
    assertThat(EqualRows.firstOfEach(rows)).containsExactly(0, 1, 0, 3, 3, 0);
    assertThat(EqualRows.firstOfEach(new double[0][])).isEmpty();
  }
}
