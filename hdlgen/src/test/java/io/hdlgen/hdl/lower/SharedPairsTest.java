package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.lower.SharedPairs.Pair;
import io.hdlgen.hdl.lower.SharedPairs.Term;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedPairsTest {
  private static final CodedValue CODE =
      new CodedValue(Range.of(0, 255), BigInteger.ZERO, BigInteger.ONE);

  private static SharedPairs.Result share(long[]... weights) {
    List<LinearForm> forms = new ArrayList<>();
    for (long[] row : weights) {
      forms.add(LinearForm.of(LongVector.of(row), 0, Collections.nCopies(row.length, CODE)));
    }
    return SharedPairs.share(weights[0].length, forms);
  }

  /** Adders of a result: one a pair, and one fewer than terms in each row. */
  private static int adders(SharedPairs.Result result) {
    return result.pairs().size()
        + result.rows().stream().mapToInt(row -> Math.max(0, row.size() - 1)).sum();
  }

  @Test
  void aPairThatTwoNeuronsHaveIsAddedOnce() {
    SharedPairs.Result result =
        share(new long[] {1, 1, 0}, new long[] {1, 1, 1}, new long[] {-1, -1, 1});
    assertThat(result.pairs()).containsExactly(new Pair(0, 0, 1, 0, false));
    assertThat(result.rows())
        .containsExactly(
            List.of(new Term(3, 0, false)),
            List.of(new Term(2, 0, false), new Term(3, 0, false)),
            List.of(new Term(2, 0, false), new Term(3, 0, true)));
    assertThat(result.depths()).containsExactly(0, 0, 0, 1);
  }

  /** x - 2y, four times as much, and its negative. */
  @Test
  void shiftsAndSignsInCommonDoNotMatter() {
    SharedPairs.Result result =
        share(new long[] {1, -2, 0}, new long[] {4, -8, 1}, new long[] {-1, 2, 16});
    assertThat(result.pairs()).containsExactly(new Pair(0, 0, 1, 1, true));
    assertThat(result.rows().get(1)).contains(new Term(3, 2, false));
    assertThat(result.rows().get(2)).contains(new Term(3, 0, true));
  }

  /** v = x - 4x, so 3x = -v, 6x = -2v, 51x = -v - 16v; and w = y - v comes twice. */
  @Test
  void anInputMayBePairedWithItself() {
    SharedPairs.Result result = share(new long[] {3, 1}, new long[] {6, -1}, new long[] {51, 1});
    assertThat(result.pairs().get(0)).isEqualTo(new Pair(0, 0, 0, 2, true));
    assertThat(adders(result)).isEqualTo(4);
  }

  @Test
  void nothingIsSharedThatComesOnce() {
    SharedPairs.Result result = share(new long[] {1, 1, 0}, new long[] {1, -1, 0});
    assertThat(result.pairs()).isEmpty();
  }

  @Test
  void sumsStayTheSame() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      int inputs = 1 + random.nextInt(round % 20 == 0 ? 2 * SharedPairs.BLOCK + 3 : 12);
      long[][] weights = new long[1 + random.nextInt(10)][inputs];
      int magnitude = 1 << random.nextInt(10);
      for (long[] row : weights) {
        for (int i = 0; i < inputs; i++) {
          row[i] = random.nextInt(2 * magnitude + 1) - magnitude;
        }
        // No common factor, so that rows and weights are the same sums.
        row[random.nextInt(inputs)] = 1;
      }
      SharedPairs.Result result = share(weights);
      assertThat(share(weights)).isEqualTo(result);
      for (int n = 0; n < weights.length; n++) {
        assertThat(coefficients(result, inputs, n)).as("round %d", round).isEqualTo(weights[n]);
      }
      assertThat(adders(result)).isLessThanOrEqualTo(digits(weights) - weights.length);
      assertDepths(result, inputs);
    }
  }

  /** A row with every pair put back: the weight of each input. */
  private static long[] coefficients(SharedPairs.Result result, int inputs, int row) {
    long[] weights = new long[inputs + result.pairs().size()];
    for (Term term : result.rows().get(row)) {
      weights[term.variable()] += (term.negative() ? -1L : 1L) << term.shift();
    }
    for (int p = result.pairs().size() - 1; p >= 0; p--) {
      Pair pair = result.pairs().get(p);
      assertThat(Math.max(pair.left(), pair.right())).isLessThan(inputs + p);
      long weight = weights[inputs + p];
      weights[pair.left()] += weight << pair.leftShift();
      weights[pair.right()] += (pair.minus() ? -weight : weight) << pair.rightShift();
    }
    return Arrays.copyOf(weights, inputs);
  }

  private static int digits(long[][] weights) {
    int digits = 0;
    for (long[] row : weights) {
      for (long weight : row) {
        digits += SignedDigits.of(BigInteger.valueOf(weight)).size();
      }
    }
    return digits;
  }

  private static void assertDepths(SharedPairs.Result result, int inputs) {
    for (int p = 0; p < result.pairs().size(); p++) {
      Pair pair = result.pairs().get(p);
      assertThat(result.depths().get(inputs + p))
          .isEqualTo(
              1 + Math.max(result.depths().get(pair.left()), result.depths().get(pair.right())));
    }
  }
}
