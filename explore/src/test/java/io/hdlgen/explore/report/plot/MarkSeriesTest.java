package io.hdlgen.explore.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkSeriesTest {
  /** All sets of marks on a grid of 3 x 3 against the definition. */
  @Test
  void theStaircaseIsWhatNoneBeats() {
    for (int set = 1; set < 1 << 9; set++) {
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        if ((set >> i & 1) == 1) {
          marks.add(new Mark(i % 3, i / 3, Optional.empty(), "", ""));
        }
      }
      List<Mark> stairs = new MarkSeries("", MarkSeries.Style.OURS, marks).staircase();
      assertThat(stairs)
          .containsExactlyInAnyOrderElementsOf(
              marks.stream().filter(m -> marks.stream().noneMatch(o -> beats(o, m))).toList());
      assertThat(stairs).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    }
  }

  private static boolean beats(Mark a, Mark b) {
    return a.x() <= b.x() && a.y() >= b.y() && (a.x() < b.x() || a.y() > b.y());
  }
}
