package io.hdlgen.hdl.folding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineRowsTest {
  /** 13 cycles in columns of 5, 5 and 3. */
  @Test
  void columnsShowTheInferenceThatTakesMost() {
    TimelineRows rows = new TimelineRows(2, 13, 3);
    assertThat(rows.cyclesPerColumn()).isEqualTo(5);
    rows.add(0, 0, 3, 2);
    rows.add(0, 8, 5, 1);
    rows.add(0, 9, 6, 2);
    rows.add(0, 10, 11, 40);
    assertThat(rows.shares(0)).isEqualTo(":01");
    assertThat(rows.marks(0)).isEqualTo("101");
    assertThat(rows.shares(1)).isEqualTo("...");
  }
}
