package io.hdlgen.hdl.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAllocatorTest {
  @ParameterizedTest
  @CsvSource({
    "speed, speed",
    "Motor rpm (1/min), Motor_rpm_1_min",
    "a__b, a_b",
    "_a, x_a",
    "3d, x3d",
    "'', x",
    "_, x",
    "é, x",
    "ö l, x_l",
    "x_, x",
    "$, x",
  })
  void anyTextBecomesAName(String wish, String name) {
    assertThat(new NameAllocator().allocate(wish)).isEqualTo(name);
    assertThat(NameAllocator.legal(NameAllocator.legal(wish))).isEqualTo(NameAllocator.legal(wish));
  }

  @Test
  void namesDifferAlsoWhereCaseIsIgnored() {
    NameAllocator names = new NameAllocator();
    assertThat(names.allocate("sum")).isEqualTo("sum");
    assertThat(names.allocate("Sum")).isEqualTo("Sum_1");
    assertThat(names.allocate("sum_1")).isEqualTo("sum_1_1");
    assertThat(names.allocate("sum", "_q")).isEqualTo("sum_q");
    assertThat(names.allocate("sum", "_q")).isEqualTo("sum_1_q");
  }

  @Test
  void keywordsAreNotGivenOut() {
    NameAllocator names = new NameAllocator();
    assertThat(names.allocate("wire")).isEqualTo("wire_1");
    assertThat(names.allocate("always_ff")).isEqualTo("always_ff_1");
    assertThat(names.allocate("Wire")).isEqualTo("Wire");
    assertThat(names.allocate("reg", "_i")).isEqualTo("reg_i");
  }

  @Test
  void namesFromOutsideAreTakenAsTheyAreOrRefused() {
    NameAllocator names = new NameAllocator();
    names.reserve("a__i");
    assertThat(names.allocate("A__i")).isEqualTo("A_i");
    for (String bad : new String[] {"a__i", "A__I", "a b", "", "3", "wire"}) {
      assertThatThrownBy(() -> names.reserve(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void randomWishesGetLegalNamesThatDiffer() {
    NameAllocator names = new NameAllocator();
    Random random = new Random(1);
    Set<String> given = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      StringBuilder wish = new StringBuilder();
      for (int k = random.nextInt(4); k > 0; k--) {
        wish.append("aA_1é b\u4e00".charAt(random.nextInt(8)));
      }
      String name = names.allocate(wish.toString(), i % 2 == 0 ? "" : "_q");
      assertThat(name).matches("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*");
      assertThat(given.add(name.toLowerCase(Locale.ROOT))).as(name).isTrue();
    }
  }
}
