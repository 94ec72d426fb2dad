package io.hdlgen.explore.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMeterTest {
  /** Inputs are the outputs, so that the rows are the codes. */
  @ParameterizedTest
  @CsvSource({
    "2, 100, 0, 0",
    "3, 100, 31, 0",
    "3, 64, 64, 1",
    "5, 65, 130, 0.3",
    "8, 200, 0, 0.5",
    "9, 200, 500, 0.5",
    "1, 10, 10, 0.5"
  })
  void plainCount(int classes, int rows, int unlabelled, double balance) {
    Random random = new Random(classes + rows);
    int codeBits = LabelledBits.codeBits(classes);
    boolean[][] codes = Circuits.rows(random, rows, codeBits);
    boolean[][] others = Circuits.rows(random, unlabelled, codeBits);
    // With an odd number of unlabelled rows, the last class is left out, as in a fold without it.
    int most = Math.max(1, unlabelled % 2 == 0 ? classes : classes - 1);
    int[] labels = IntStream.range(0, rows).map(r -> random.nextInt(most)).toArray();
    double error = 0;
    int[] counts = new int[classes];
    IntStream.of(labels).forEach(label -> counts[label]++);
    long present = IntStream.of(counts).filter(count -> count > 0).count();
    for (int r = 0; r < rows; r++) {
      if (Math.min(code(codes[r]), classes - 1) != labels[r]) {
        error += (1 - balance) / rows + balance / present / counts[labels[r]];
      }
    }
    boolean beyond =
        Stream.of(codes, others).flatMap(Arrays::stream).anyMatch(row -> code(row) >= classes);
    LabelledBits bits = new LabelledBits(classes, labels, codes, others);
    double price = new ErrorMeter(bits, new Objective(7, balance, 0, 3)).priceMm2(bits.inputs());
    assertThat(price).isCloseTo(7 * error + (beyond ? 3 : 0), within(1e-9));
    assertThat(price).isPositive();
  }

  @Test
  void oneRowBeyondTheLastClassIsEnough() {
    boolean[][] within = {{false, false}, {true, false}, {false, true}};
    boolean[][] beyond = {{true, true}};
    Objective objective = new Objective(0, 0, 0, 5);
    int[] labels = {0, 1, 2};
    LabelledBits none = new LabelledBits(3, labels, within, within);
    assertThat(new ErrorMeter(none, objective).priceMm2(none.inputs())).isZero();
    LabelledBits other = new LabelledBits(3, labels, within, beyond);
    assertThat(new ErrorMeter(other, objective).priceMm2(other.inputs())).isEqualTo(5);
    LabelledBits labelled = new LabelledBits(3, new int[] {2}, beyond, within);
    assertThat(new ErrorMeter(labelled, objective).priceMm2(labelled.inputs())).isEqualTo(5);
  }

  @Test
  void allWrongAndAllRight() {
    int[] labels = {0, 1, 1, 1};
    boolean[][] right = {{false}, {true}, {true}, {true}};
    boolean[][] wrong = {{true}, {false}, {false}, {false}};
    for (double balance : new double[] {0, 0.5, 1}) {
      Objective objective = new Objective(11, balance, 0, 0);
      LabelledBits good = new LabelledBits(2, labels, right, new boolean[0][]);
      assertThat(new ErrorMeter(good, objective).priceMm2(good.inputs())).isZero();
      LabelledBits bad = new LabelledBits(2, labels, wrong, new boolean[0][]);
      assertThat(new ErrorMeter(bad, objective).priceMm2(bad.inputs()))
          .isCloseTo(11, within(1e-12));
    }
  }

  private static int code(boolean[] row) {
    int code = 0;
    for (int b = 0; b < row.length; b++) {
      code |= row[b] ? 1 << b : 0;
    }
    return code;
  }
}
