package io.hdlgen.canids.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreRanksTest {
  @Test
  void theAreaIsTheShareOfPairsInTheRightOrder() {
    Random random = new Random(3);
    int[] benign = random.ints(60, 0, 8).toArray();
    int[] attacks = random.ints(40, 2, 10).toArray();
    ScoreRanks some = new ScoreRanks();
    ScoreRanks others = new ScoreRanks();
    double pairs = 0;
    for (int attack : attacks) {
      others.add(attack, true);
      for (int score : benign) {
        pairs += attack > score ? 1 : attack == score ? 0.5 : 0;
      }
    }
    for (int score : benign) {
      some.add(score, false);
    }
    assertThat(some.with(others).area()).isCloseTo(pairs / 2400, within(1e-12));
    assertThat(some.area()).isNaN();
  }

  /** Of more than are kept, in whatever order they come; attacks lie 0.02 higher. */
  @Test
  void manyScoresAreRounded() {
    int count = 3 * ScoreRanks.MOST;
    Random random = new Random(4);
    ScoreRanks upwards = new ScoreRanks();
    ScoreRanks downwards = new ScoreRanks();
    ScoreRanks attacks = new ScoreRanks();
    double[] scores = random.doubles(count, 1, 1.5).toArray();
    for (int i = 0; i < count; i++) {
      upwards.add(scores[i], false);
      downwards.add(scores[count - 1 - i], false);
      attacks.add(scores[i] + 0.02, true);
    }
    assertThat(upwards.scores()).isBetween(ScoreRanks.MOST / 16, ScoreRanks.MOST);
    double area = upwards.with(attacks).area();
    // Half, and the strip of 0.02 beside the diagonal of a square with sides of 0.5.
    assertThat(area).isCloseTo(1 - 0.48 * 0.48 / 0.5, within(2e-3));
    assertThat(downwards.with(attacks).area()).isEqualTo(area);
    assertThat(attacks.with(downwards).area()).isEqualTo(area);
  }
}
