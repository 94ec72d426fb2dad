package io.hdlgen.explore.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.explore.budget.SupplyBudget.Feeds;
import io.hdlgen.explore.yield.TinyCircuits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The budget of a tiny circuit, by hand from the tables of the cells. */
class BudgetTest {
  private static final List<Target> TARGETS =
      Stream.of("egfet_1v0", "egfet_0v6").map(TargetCatalogue.builtIn()::find).toList();

  /** acid 0 and salt 0: the NAND is 1 (state 0), the inverter 0 (state 1), the XOR 0 (state 0). */
  private static final long[][] ROWS = {{0, 0}};

  private static PrintedCircuit circuit() {
    return PrintedCircuit.of(
        Mapping.all().get(0),
        TinyCircuits.netlist(),
        ROWS,
        TARGETS.get(0).printed().orElseThrow(),
        Set.of());
  }

  @Test
  void takesTheCellsOfEachSupply() {
    Budget budget = Budget.of(circuit(), ROWS, TARGETS);
    SupplyBudget high = budget.supplies().get(0);
    SupplyBudget low = budget.supplies().get(1);
    assertThat(high.supplyVolts()).isEqualTo(1.0);
    assertThat(low.target()).isEqualTo("egfet_0v6");
    assertThat(low.supplyVolts()).isEqualTo(0.6);
    assertThat(low.classifierMw()).isCloseTo((89.47 + 6408 + 5894) * 1e-6, within(1e-9));
    assertThat(high.classifierMw()).isGreaterThan(2 * low.classifierMw());
    assertThat(low.areaCm2()).isEqualTo(high.areaCm2());
    // Both bits of acid, the high one of salt: 3 + 1 comparators; 2 bits of 1 OR each. The ORs are
    // cells of the supply, comparators are not.
    double difference = high.converterMw().orElseThrow() - low.converterMw().orElseThrow();
    assertThat(low.converterMw().orElseThrow()).isBetween(4 * 0.0461, 4 * 0.0461 + 2 * 0.007);
    assertThat(difference).isGreaterThan(0).isLessThan(2 * 0.02);
    assertThat(low.totalMw())
        .isCloseTo(low.classifierMw() + low.converterMw().orElseThrow(), within(1e-12));
    assertThat(low.period().slowMs()).isGreaterThan(high.period().slowMs());
    assertThat(budget.notes()).anyMatch(note -> note.contains("ladder"));
  }

  private static SupplyBudget budget(double classifierMw, Optional<Double> converterMw) {
    return new SupplyBudget(
        "t", 0.6, 1, Optional.empty(), classifierMw, converterMw, new PeriodCheck(200, 120, 156));
  }

  @Test
  void saysWhichBatteriesFeedIt() {
    assertThat(budget(10, Optional.of(5.0)).batteries())
        .extracting(SupplyBudget.Verdict::feeds)
        .containsExactly(Feeds.YES, Feeds.YES, Feeds.NO);
    assertThat(budget(10, Optional.empty()).batteries())
        .extracting(SupplyBudget.Verdict::feeds)
        .containsExactly(Feeds.UNKNOWN, Feeds.UNKNOWN, Feeds.NO);
  }

  @Test
  void countsEnergyAndLife() {
    SupplyBudget budget = budget(10, Optional.of(5.0));
    assertThat(budget.energyUj()).isEqualTo(15 * 200);
    assertThat(budget.leastEnergyUj()).isEqualTo(15 * 156);
    assertThat(budget.lifeHours(30, 0.5)).isCloseTo(4, within(1e-12));
    assertThatThrownBy(() -> budget.lifeHours(30, 0)).hasMessage("duty 0.0, 30.0 mWh");
    assertThatThrownBy(() -> budget.lifeHours(30, 1.5)).hasMessage("duty 1.5, 30.0 mWh");
  }

  @Test
  void isInTimeOnlyIfTheSlowestIs() {
    assertThat(new PeriodCheck(200, 150, 195).fits()).isTrue();
    assertThat(new PeriodCheck(200, 160, 208).fits()).isFalse();
    assertThat(new PeriodCheck(200, 150, 250).mostInferencesASecond()).isEqualTo(4);
    PeriodCheck found = PeriodCheck.of(circuit().path());
    assertThat(found.periodMs()).isEqualTo(200);
    assertThat(found.slowMs()).isCloseTo(1.3 * found.pathMs(), within(1e-12));
  }
}
