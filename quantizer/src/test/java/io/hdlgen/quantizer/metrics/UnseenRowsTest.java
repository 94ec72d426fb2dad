package io.hdlgen.quantizer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnseenRowsTest {

  @Test
  void rowsAreComparedAsAWhole() {
    double[][] training = {{1, 2}, {3, 4}, {1, 2}, {0.0, -0.0}, {0.1 + 0.2, 1}};
    double[][] test = {{1, 2}, {2, 1}, {3, 2}, {-0.0, 0.0}, {0.3, 1}, {3, 4}, {3, 2}};
    UnseenRows unseen = UnseenRows.ofValues(training, test);
    assertThat(new boolean[] {false, true, true, false, true, false, true})
        .isEqualTo(unseen(unseen, test.length));
    assertThat(unseen.count()).isEqualTo(4);
    // Right are the rows 0, 1, 4, 5, 6, of which 1, 4 and 6 are unseen.
    assertThat(unseen.accuracy(new int[] {0, 1, 0, 0, 2, 1, 1}, new int[] {0, 1, 1, 1, 2, 1, 1}))
        .isEqualTo(new Proportion(3, 4));
  }

  @Test
  void bothZerosAreOneNumberWhereDifferentRowsAreCounted() {
    double[][] rows = {{1, 2}, {2, 1}, {1, 2}, {0.0, 1}, {-0.0, 1}};
    assertThat(UnseenRows.countDifferent(rows)).isEqualTo(3);
  }

  @Test
  void codesAreComparedAsCodes() {
    long big = 1L << 60;
    UnseenRows unseen =
        UnseenRows.ofCodes(
            new long[][] {{big, 1}, {-1, 3}}, new long[][] {{big, 1}, {big + 1, 1}, {3, -1}});
    assertThat(unseen(unseen, 3)).containsExactly(false, true, true);
  }

  @Test
  void withoutTrainingRowsAllAreUnseenAndWithoutTestRowsNone() {
    assertThat(UnseenRows.ofValues(new double[0][], new double[][] {{1}, {1}}).count())
        .isEqualTo(2);
    UnseenRows none = UnseenRows.ofValues(new double[][] {{1}}, new double[0][]);
    assertThat(none.accuracy(new int[0], new int[0])).isEqualTo(new Proportion(0, 0));
    UnseenRows all = UnseenRows.ofValues(new double[][] {{1}}, new double[][] {{1}});
    assertThat(all.accuracy(new int[] {0}, new int[] {0})).isEqualTo(new Proportion(0, 0));
  }

  @Test
  void otherShapesAreRefused() {
    double[][] two = {{1, 2}};
    double[][] three = {{1, 2, 3}};
    assertThatThrownBy(() -> UnseenRows.ofValues(two, three))
        .hasMessage("rows of 2 and of 3 features");
    assertThatThrownBy(() -> UnseenRows.ofValues(new double[][] {{1}, {1, 2}}, two))
        .hasMessage("rows of 1 and of 2 features");
    assertThatThrownBy(() -> UnseenRows.ofValues(two, two).accuracy(new int[2], new int[1]))
        .hasMessage("2 answers, 1 labels, 1 rows");
  }

  /** Small integers are what spoils a plain hash of real numbers: their lower bits are all zero. */
  @Test
  void manyRowsOfSmallIntegersTakeNoTime() {
    int half = 1 << 18;
    double[][] even = new double[half][];
    double[][] all = new double[2 * half][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new double[20];
      for (int bit = 0; bit < 20; bit++) {
        all[i][bit] = i >> bit & 1;
      }
      if (i % 2 == 0) {
        even[i / 2] = all[i].clone();
      }
    }
    UnseenRows unseen =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> UnseenRows.ofValues(even, all));
    assertThat(unseen.count()).isEqualTo(half);
    assertThat(unseen.isUnseen(6)).isFalse();
    assertThat(unseen.isUnseen(7)).isTrue();
  }

  private static boolean[] unseen(UnseenRows rows, int count) {
    boolean[] unseen = new boolean[count];
    for (int r = 0; r < count; r++) {
      unseen[r] = rows.isUnseen(r);
    }
    return unseen;
  }
}
