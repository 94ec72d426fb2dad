package io.hdlgen.explore.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMeterTest {
  /** Inputs are the outputs, so that the rows are the codes. */
  @ParameterizedTest
  @CsvSource({
    "2, 100, 0, 0",
    "3, 100, 30, 0",
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
    // The last class is left out, as in a fold that has none of its rows.
    int[] labels =
        IntStream.range(0, rows)
            .map(r -> Math.min(random.nextInt(classes), Math.max(0, classes - 2)))
            .toArray();
    double error = 0;
    int[] counts = new int[classes];
    IntStream.of(labels).forEach(label -> counts[label]++);
    long present = IntStream.of(counts).filter(count -> count > 0).count();
    for (int r = 0; r < rows; r++) {
      if (code(codes[r]) != labels[r]) {
        error += (1 - balance) / rows + balance / present / counts[labels[r]];
      }
    }
    long invalid = IntStream.range(0, unlabelled).filter(r -> code(others[r]) >= classes).count();
    LabelledBits bits = new LabelledBits(classes, labels, codes, others);
    double price = new ErrorMeter(bits, new Objective(7, balance, 0, 3)).priceMm2(bits.inputs());
    assertThat(price)
        .isCloseTo(7 * error + (unlabelled == 0 ? 0 : 3.0 * invalid / unlabelled), within(1e-9));
    assertThat(price).isPositive();
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
