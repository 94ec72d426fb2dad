package io.hdlgen.explore.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledBitsTest {
  private static final int INPUTS = 5;

  @ParameterizedTest
  @CsvSource({"1, 0", "63, 0", "64, 0", "65, 1", "128, 64", "130, 63", "7, 200"})
  void rowsOfAnyNumber(int rows, int unlabelled) {
    Random random = new Random(rows);
    boolean[][] values = Circuits.rows(random, rows, INPUTS);
    boolean[][] others = Circuits.rows(random, unlabelled, INPUTS);
    int[] labels = random.ints(rows, 0, 3).toArray();
    LabelledBits bits = new LabelledBits(3, labels, values, others);
    assertThat(bits.rows()).isEqualTo(rows);
    assertThat(bits.labels()).isEqualTo(labels);
    assertThat(bits.labelledWords()).isEqualTo((rows + 63) / 64);
    assertThat(bits.words()).isEqualTo((rows + 63) / 64 + (unlabelled + 63) / 64);
    int[] counts = new int[3];
    for (int r = 0; r < rows; r++) {
      counts[labels[r]]++;
      for (int i = 0; i < INPUTS; i++) {
        assertThat(at(bits.inputs()[i], r)).isEqualTo(values[r][i]);
      }
      for (int k = 0; k < 3; k++) {
        assertThat(at(bits.classRows()[k], r)).isEqualTo(labels[r] == k);
      }
      assertThat(at(bits.labelPlanes()[0], r)).isEqualTo((labels[r] & 1) != 0);
      assertThat(at(bits.labelPlanes()[1], r)).isEqualTo((labels[r] & 2) != 0);
      assertThat(at(bits.unlabelledRows(), r)).isFalse();
    }
    assertThat(bits.classCounts()).isEqualTo(counts);
    int marked = 0;
    for (int r = 0; r < unlabelled; r++) {
      int place = 64 * bits.labelledWords() + r;
      marked += at(bits.unlabelledRows(), place) ? 1 : 0;
      for (int i = 0; i < INPUTS; i++) {
        assertThat(at(bits.inputs()[i], place)).isEqualTo(others[r][i]);
      }
    }
    int all = 0;
    for (long word : bits.unlabelledRows()) {
      all += Long.bitCount(word);
    }
    assertThat(marked).isEqualTo(unlabelled).isEqualTo(all);
  }

  @Test
  void classesOfCircuits() {
    Random random = new Random(3);
    boolean[][] values = Circuits.rows(random, 100, INPUTS);
    LabelledBits bits = new LabelledBits(5, new int[100], values, new boolean[0][]);
    int beyond = 0;
    for (int round = 0; round < 20; round++) {
      LogicCircuit circuit = Circuits.random(random, INPUTS, 10, 3, List.of(GateKind.values()));
      int[] classes = bits.classify(circuit);
      for (int r = 0; r < classes.length; r++) {
        int code = Circuits.code(circuit, values[r]);
        beyond += code > 4 ? 1 : 0;
        assertThat(classes[r]).isEqualTo(Math.min(code, 4));
      }
    }
    assertThat(beyond).isPositive();
  }

  @Test
  void bitsOfCodes() {
    int[] expected = {1, 1, 2, 2, 3, 3, 3, 3, 4};
    for (int classes = 1; classes <= expected.length; classes++) {
      assertThat(LabelledBits.codeBits(classes)).isEqualTo(expected[classes - 1]);
    }
  }

  private static boolean at(long[] words, int row) {
    return (words[row / 64] >>> row % 64 & 1) != 0;
  }

  @Test
  void rowsOfAClassNextToEachOther() {
    Random random = new Random(3);
    LabelledBits bits = Circuits.bits(random, 4, 150, 6, 70);
    LabelledBits ordered = bits.byClass();
    assertThat(ordered.labels()).isSorted().containsExactlyInAnyOrder(bits.labels());
    LogicCircuit circuit = Circuits.random(random, 6, 12, 2, List.of(GateKind.values()));
    int[] told = bits.classify(circuit);
    int[] toldOrdered = ordered.classify(circuit);
    assertThat(wrong(toldOrdered, ordered.labels())).isEqualTo(wrong(told, bits.labels()));
    for (int i = 0; i < 6; i++) {
      assertThat(ordered.ones(ordered.inputs()[i])).isEqualTo(bits.ones(bits.inputs()[i]));
      assertThat(Arrays.copyOfRange(ordered.inputs()[i], 3, 5))
          .isEqualTo(Arrays.copyOfRange(bits.inputs()[i], 3, 5));
    }
  }

  /** Wrong rows of each class. */
  private static Map<Integer, Long> wrong(int[] told, int[] labels) {
    return IntStream.range(0, told.length)
        .filter(r -> told[r] != labels[r])
        .boxed()
        .collect(Collectors.groupingBy(r -> labels[r], Collectors.counting()));
  }
}
