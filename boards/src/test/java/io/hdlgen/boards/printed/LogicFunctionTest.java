package io.hdlgen.boards.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicFunctionTest {
  private static final List<String> NAMES = List.of("a", "b", "c");

  @Test
  void readsEveryOperator() {
    check("!a", s -> !bit(s, 0));
    check("a'", s -> !bit(s, 0));
    check("!(a*b)", s -> !(bit(s, 0) && bit(s, 1)));
    check("a & !b", s -> bit(s, 0) && !bit(s, 1));
    check("a b + c", s -> bit(s, 0) && bit(s, 1) || bit(s, 2));
    check("a | b ^ c", s -> bit(s, 0) || bit(s, 1) != bit(s, 2));
    check("(a+b)' (c)", s -> !(bit(s, 0) || bit(s, 1)) && bit(s, 2));
    check("!a' * 1 + 0", s -> bit(s, 0));
  }

  private static boolean bit(int state, int input) {
    return (state >> input & 1) != 0;
  }

  private static void check(String expression, IntPredicate meaning) {
    LogicFunction function = LogicFunction.parse(expression, NAMES);
    for (int state = 0; state < function.states(); state++) {
      assertThat(function.at(state)).as(expression + " " + state).isEqualTo(meaning.test(state));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a+", "d", "(a", "a)", "a+*b", "!"})
  void refusesWhatIsNoFunction(String expression) {
    assertThatThrownBy(() -> LogicFunction.parse(expression, NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no function of a, b, c");
  }

  @Test
  void sixInputsFillTheWord() {
    List<String> six = List.of("a", "b", "c", "d", "e", "f");
    assertThat(LogicFunction.parse("!(a*b*c*d*e*f)", six).table()).isEqualTo(Long.MAX_VALUE);
    assertThat(LogicFunction.parse("1", six).table()).isEqualTo(-1);
  }

  @Test
  void knowsWhichWayAnInputPulls() {
    LogicFunction nand = LogicFunction.parse("!(a*b)", List.of("a", "b"));
    assertThat(nand.isPositive(0)).isFalse();
    assertThat(nand.isNegative(1)).isTrue();
    LogicFunction xor = LogicFunction.parse("a^b", List.of("a", "b"));
    assertThat(xor.isPositive(1)).isTrue();
    assertThat(xor.isNegative(1)).isTrue();
    LogicFunction wire = LogicFunction.parse("a", List.of("a", "b"));
    assertThat(wire.isPositive(0)).isTrue();
    assertThat(wire.isPositive(1) || wire.isNegative(1)).isFalse();
  }
}
