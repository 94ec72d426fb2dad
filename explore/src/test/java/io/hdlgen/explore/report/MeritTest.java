package io.hdlgen.explore.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeritTest {
  @Test
  void beatingIsThatOfItsDefinition() {
    List<Merit> all = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      all.add(new Merit(i % 3, i / 3 % 3, i / 9));
    }
    for (Merit a : all) {
      for (Merit b : all) {
        boolean worse =
            a.accuracy() < b.accuracy()
                || a.balancedAccuracy() < b.balancedAccuracy()
                || a.cost() > b.cost();
        boolean better =
            a.accuracy() > b.accuracy()
                || a.balancedAccuracy() > b.balancedAccuracy()
                || a.cost() < b.cost();
        assertThat(a.beats(b)).as("%s %s", a, b).isEqualTo(better && !worse);
      }
    }
  }
}
