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
}
