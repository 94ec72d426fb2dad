package io.hdlgen.explore.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.printed.PrintedTechnology;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums that a circuit keeps while it changes are those of the circuit as it then is. */
class CircuitStateTest {
  private static final int INPUTS = 9;
  private static final int PLACES = 40;
  private static final int TRIALS = 6_000;

  private CircuitState state;
  private Random random;

  @ParameterizedTest
  @CsvSource({
    "egfet_1v0, 3, 100, 70, 0.5",
    "egfet_1v0, 2, 128, 0, 0",
    "cnt_3v0, 5, 64, 64, 0.25",
    "cnt_3v0, 4, 65, 1, 3",
    "nor, 6, 200, 130, 1"
  })
  void incrementalSums(String target, int classes, int rows, int unlabelled, double powerMm2) {
    PrintedTechnology technology =
        target.equals("nor") ? Circuits.norOnly("egfet_1v0") : Circuits.technology(target);
    CircuitCosts costs = new CircuitCosts(technology);
    random = new Random(rows);
    LabelledBits bits = Circuits.bits(random, classes, rows, INPUTS, unlabelled);
    Objective objective = new Objective(30, 0.4, powerMm2, 2);
    LogicCircuit seed =
        Circuits.random(random, INPUTS, 20, LabelledBits.codeBits(classes), costs.kinds());
    state = new CircuitState(seed, PLACES, bits, costs, objective);
    assertThat(state.wiring().places()).isEqualTo(PLACES);
    int kept = 0;
    int pricesThatFell = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      double before = state.priceMm2();
      long areaBefore = state.areaUm2();
      for (int change = random.nextInt(3); change >= 0; change--) {
        change(costs);
      }
      boolean keep = random.nextInt(3) == 0;
      if (keep || random.nextInt(8) > 0) {
        double tried = state.tryPriceMm2();
        assertThat(state.priceMm2()).isEqualTo(tried);
        pricesThatFell += tried < before ? 1 : 0;
      }
      if (keep) {
        kept++;
        state.keep();
      } else {
        state.takeBack();
        assertThat(state.priceMm2()).as("trial %d taken back", trial).isEqualTo(before);
        assertThat(state.areaUm2()).isEqualTo(areaBefore);
      }
      if (trial % 20 == 0) {
        LogicCircuit now = state.wiring().circuit();
        CircuitState fresh = new CircuitState(now, now.gates().size(), bits, costs, objective);
        assertThat(state.areaUm2()).as("area at trial %d", trial).isEqualTo(fresh.areaUm2());
        assertThat(state.powerMw()).as("power at trial %d", trial).isEqualTo(fresh.powerMw());
        assertThat(state.priceMm2()).as("price at trial %d", trial).isEqualTo(fresh.priceMm2());
      }
    }
    assertThat(kept).isGreaterThan(TRIALS / 4);
    assertThat(pricesThatFell).isPositive();
  }

  private void change(CircuitCosts costs) {
    int place = random.nextInt(PLACES);
    int own = state.wiring().signal(place);
    switch (random.nextInt(10)) {
      case 0 ->
          state.changeOutput(random.nextInt(state.wiring().outputCount()), random.nextInt(own));
      case 1 -> state.substitute(own, random.nextInt(own));
      default -> {
        GateKind kind = costs.kinds().get(random.nextInt(costs.kinds().size()));
        state.change(place, kind, random.nextInt(own), random.nextInt(own));
      }
    }
  }

  /** The seed's function is the state's, wherever its gates are put. */
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 7", "7, 8", "7, 100"})
  void placesOfTheSeed(int gates, int places) {
    CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));
    random = new Random(gates + places);
    LogicCircuit seed = Circuits.random(random, 4, gates, 2, costs.kinds());
    LabelledBits bits = Circuits.bits(random, 4, 10, 4, 0);
    state = new CircuitState(seed, places, bits, costs, new Objective(1, 0, 0, 0));
    assertThat(state.wiring().circuit()).isEqualTo(seed.compact());
  }
}
