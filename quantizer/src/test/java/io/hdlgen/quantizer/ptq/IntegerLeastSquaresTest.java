package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.format.WeightFormat;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntegerLeastSquaresTest {

  @Test
  void comesNearTheBestOfAllTernaryVectors() {
    Random random = new Random(3);
    double found = 0;
    double best = 0;
    for (int trial = 0; trial < 100; trial++) {
      double[][] moments = moments(random, 7);
      double[] wanted = random.doubles(7).map(x -> x - 0.5).toArray();
      double[] correlations = times(moments, wanted);
      int[] q =
          new IntegerLeastSquares(
                  moments,
                  WeightLevels.of(new WeightFormat.Ternary()),
                  new double[][] {wanted},
                  new double[][] {correlations})
              .solve()[0];
      double optimum = 0;
      for (int code = 0; code < 2187; code++) {
        int[] candidate = new int[7];
        for (int i = 0, rest = code; i < 7; i++, rest /= 3) {
          candidate[i] = rest % 3 - 1;
        }
        optimum = Math.max(optimum, explained(candidate, moments, correlations));
      }
      double mine = explained(q, moments, correlations);
      assertThat(mine).isGreaterThan(0.9 * optimum);
      found += mine / optimum;
      best++;
    }
    assertThat(found / best).isGreaterThan(0.99);
  }

  @Test
  void manyBitsKeepTheWeights() {
    double[][] moments = moments(new Random(4), 5);
    double[] wanted = {0.5, -0.25, 0.125, 1, -1};
    int[] q =
        new IntegerLeastSquares(
                moments,
                WeightLevels.of(WeightFormat.ofBits(8)),
                new double[][] {wanted},
                new double[][] {times(moments, wanted)})
            .solve()[0];

    double scale = q[3] / wanted[3];
    for (int i = 0; i < q.length; i++) {
      assertThat(Math.abs(q[i] - scale * wanted[i])).isLessThan(1.5);
    }
  }

  @Test
  void anInputThatNeverChangesGetsNoWeight() {
    double[][] moments = {{1, 0}, {0, 0}};
    double[][] wanted = {{1, 5}};
    double[][] correlations = {{1, 0}};

    assertThat(
            new IntegerLeastSquares(
                    moments, WeightLevels.of(WeightFormat.ofBits(2)), wanted, correlations)
                .solve())
        .isEqualTo(new int[][] {{1, 0}});
    assertThat(
            new IntegerLeastSquares(
                    moments, WeightLevels.of(WeightFormat.ofBits(1)), wanted, correlations)
                .solve()[0])
        .containsAnyOf(-1, 1)
        .doesNotContain(0);
  }

  private static double explained(int[] q, double[][] moments, double[] correlations) {
    double[] real = Arrays.stream(q).asDoubleStream().toArray();
    double numerator = Math.max(0, dot(real, correlations));
    double denominator = dot(real, times(moments, real));
    return denominator == 0 ? 0 : numerator * numerator / denominator;
  }

  private static double[][] moments(Random random, int size) {
    double[][] factor = new double[size][size];
    for (double[] row : factor) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        result[i][k] = dot(factor[i], factor[k]);
      }
    }
    return result;
  }

  private static double[] times(double[][] matrix, double[] x) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
