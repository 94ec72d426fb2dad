package io.hdlgen.quantizer.train.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComputeTest {
  private final Random random = new Random(5);

  @Test
  void productsAreTheDefinitionOnAnyNumberOfThreads() {
    Matrix a = sparse(70, 45);
    Matrix w = sparse(45, 33);
    Matrix d = sparse(70, 33);
    float[] first = null;
    float[] firstTransposed = null;
    for (int threads : new int[] {1, 2, 3, 4}) {
      try (Workers workers = new Workers(threads)) {
        Products products = new Products(workers);
        Matrix c = new Matrix(70, 33);
        Matrix t = new Matrix(45, 33);
        for (int round = 0; round < 20; round++) {
          products.multiply(70, a, w, c);
          products.multiplyTransposed(70, a, d, t);
        }
        first = first == null ? c.toArray() : first;
        firstTransposed = firstTransposed == null ? t.toArray() : firstTransposed;
        assertThat(c.toArray()).containsExactly(first);
        assertThat(t.toArray()).containsExactly(firstTransposed);
        for (int i = 0; i < 70; i++) {
          for (int j = 0; j < 33; j++) {
            double sum = 0;
            for (int k = 0; k < 45; k++) {
              sum += (double) a.get(i, k) * w.get(k, j);
            }
            assertThat((double) c.get(i, j)).isCloseTo(sum, Offset.offset(1e-5));
          }
        }
        for (int i = 0; i < 45; i++) {
          for (int j = 0; j < 33; j++) {
            double sum = 0;
            for (int k = 0; k < 70; k++) {
              sum += (double) a.get(k, i) * d.get(k, j);
            }
            assertThat((double) t.get(i, j)).isCloseTo(sum, Offset.offset(1e-5));
          }
        }
      }
    }
  }

  @Test
  void everyIterationRunsOnce() {
    try (Workers workers = new Workers(3)) {
      for (int size : new int[] {1, 2, 3, 100}) {
        int[] runs = new int[size];
        workers.forEach(
            size,
            1_000_000,
            (from, to) -> {
              for (int i = from; i < to; i++) {
                runs[i]++;
              }
            });
        assertThat(runs).containsOnly(1);
      }
    }
  }

  @Test
  void aFailureOfAThreadIsTold() {
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      2,
                      1_000_000,
                      (from, to) -> {
                        if (from == 0) {
                          throw new IllegalArgumentException("in a thread");
                        }
                      }))
          .hasRootCauseMessage("in a thread");
    }
  }

  @Test
  void expAndRintAreTheFunctions() {
    for (double x = -86; x < 87; x += 0.0137) {
      double exact = Math.exp((float) x);
      assertThat((double) FloatMath.exp((float) x)).isCloseTo(exact, Offset.offset(exact * 4e-7));
    }
    for (float x = -300; x < 300; x += 0.125f) {
      assertThat((double) FloatMath.rint(x)).isEqualTo(Math.rint(x) + 0.0);
    }
  }

  @Test
  void roundingIsToTheNearestWithTiesAwayFromZero() {
    for (int bits = 0; bits < Float.floatToIntBits(9); bits += 101) {
      float x = Float.intBitsToFloat(bits);
      double expected = Math.floor((double) x + 0.5);
      assertThat((double) FloatMath.round(x) == expected).as("%s", x).isTrue();
      assertThat((double) FloatMath.round(-x) == -expected).as("%s", -x).isTrue();
    }
    for (float half = 0.5f; half < 4_000_000; half += 1 + (int) (half / 5)) {
      assertThat(FloatMath.round(half)).isEqualTo(half + 0.5f);
      assertThat(FloatMath.round(-half)).isEqualTo(-half - 0.5f);
      double below = Math.floor((double) Math.nextDown(half) + 0.5);
      assertThat((double) FloatMath.round(Math.nextDown(half))).isEqualTo(below);
    }
  }

  @Test
  void theUnitStepIsZeroUpToZeroAndOneAbove() {
    assertThat(FloatMath.unitStep(-3)).isZero();
    assertThat(FloatMath.unitStep(-Float.MAX_VALUE)).isZero();
    assertThat(FloatMath.unitStep(0)).isZero();
    assertThat(FloatMath.unitStep(0x1p-100f)).isOne();
    assertThat(FloatMath.unitStep(0.3f)).isOne();
    assertThat(FloatMath.unitStep(Float.MAX_VALUE)).isOne();
  }

  private Matrix sparse(int rows, int columns) {
    Matrix matrix = new Matrix(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian());
      }
    }
    return matrix;
  }
}
