package io.hdlgen.explore.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.logic.Annealing.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class AnnealingTest {
  private static final InputLevels LEVELS = new InputLevels(2, 2);
  private static final Objective OBJECTIVE = new Objective(1000, 0, 0.5, 0);
  private static final BooleanSupplier NEVER = () -> false;

  private final CircuitCosts costs = new CircuitCosts(Circuits.technology("egfet_1v0"));

  /** All codes of two features; class 1 where both are at least 2. */
  private static LabelledBits conjunction() {
    boolean[][] rows = new boolean[16][];
    int[] labels = new int[16];
    for (int r = 0; r < 16; r++) {
      rows[r] = LEVELS.encode(new long[] {r & 3, r >> 2});
      labels[r] = (r & 3) >= 2 && r >> 2 >= 2 ? 1 : 0;
    }
    return new LabelledBits(2, labels, rows, new boolean[0][]);
  }

  /** A tree that asks for levels that do not matter, and is wrong in some rows. */
  private LogicCircuit noisyTree() {
    CircuitBuilder builder = new CircuitBuilder(LEVELS.inputs(), costs.kinds());
    int zero = builder.constant(false);
    int one = builder.constant(true);
    int right = builder.mux(LEVELS.input(1, 2), zero, one);
    int noise = builder.mux(LEVELS.input(1, 3), builder.mux(LEVELS.input(1, 1), one, zero), one);
    int left = builder.mux(LEVELS.input(0, 1), noise, zero);
    return builder.build(List.of(builder.mux(LEVELS.input(0, 2), left, right)));
  }

  @Test
  void findsTheCheapestConjunction() {
    LabelledBits bits = conjunction();
    int a = LEVELS.input(0, 2);
    int b = LEVELS.input(1, 2);
    int first = LEVELS.inputs() + LogicCircuit.CONSTANTS;
    List<List<Gate>> ways =
        List.of(
            List.of(new Gate(GateKind.AND, a, b)),
            List.of(new Gate(GateKind.NAND, a, b), new Gate(GateKind.INV, first, first)),
            List.of(
                new Gate(GateKind.INV, a, a),
                new Gate(GateKind.INV, b, b),
                new Gate(GateKind.NOR, first, first + 1)));
    double least = Double.POSITIVE_INFINITY;
    for (List<Gate> way : ways) {
      LogicCircuit circuit =
          new LogicCircuit(LEVELS.inputs(), way, List.of(first + way.size() - 1));
      least = Math.min(least, Annealing.priceMm2(circuit, bits, costs, OBJECTIVE));
    }
    LogicCircuit seed = noisyTree();
    assertThat(bits.classify(seed)).isNotEqualTo(bits.labels());
    LogicCircuit found = anneal(bits, seed, 1, 40_000, NEVER);
    assertThat(bits.classify(found)).isEqualTo(bits.labels());
    assertThat(Annealing.priceMm2(found, bits, costs, OBJECTIVE)).isLessThanOrEqualTo(least);
  }

  @Test
  void equalSeedsGiveEqualCircuits() {
    Random random = new Random(4);
    LabelledBits bits = Circuits.bits(random, 3, 90, LEVELS.inputs(), 20);
    LogicCircuit seed = Circuits.random(random, LEVELS.inputs(), 12, 2, costs.kinds());
    List<LogicCircuit> found = new ArrayList<>();
    for (long randomSeed = 0; randomSeed < 4; randomSeed++) {
      LogicCircuit one = anneal(bits, seed, randomSeed, 3_000, NEVER);
      assertThat(anneal(bits, seed, randomSeed, 3_000, NEVER)).isEqualTo(one);
      found.add(one);
    }
    assertThat(found.stream().distinct().count()).isGreaterThan(1);
  }

  /** Hot and short, so that the circuit at the end is dearer most of the time. */
  @Test
  void givesNothingDearerThanTheSeed() {
    Random random = new Random(8);
    int seeds = 0;
    for (int round = 0; round < 200; round++) {
      LabelledBits bits = Circuits.bits(random, 3, 70, LEVELS.inputs(), 5);
      LogicCircuit seed = Circuits.random(random, LEVELS.inputs(), 6, 2, costs.kinds());
      LogicCircuit found =
          new Annealing(bits, costs, LEVELS)
              .run(seed, 30, OBJECTIVE, new Schedule(50, 1e6), round, NEVER);
      assertThat(Annealing.priceMm2(found, bits, costs, OBJECTIVE))
          .isLessThanOrEqualTo(Annealing.priceMm2(seed, bits, costs, OBJECTIVE));
      seeds += found.equals(seed.compact()) ? 1 : 0;
    }
    assertThat(seeds).isBetween(20, 199);
  }

  @Test
  void countsWhatItDoes() {
    Annealing annealing = new Annealing(conjunction(), costs, LEVELS);
    Schedule schedule = new Schedule(3_000, 0.4);
    Annealing.Annealed done = annealing.anneal(noisyTree(), 40, OBJECTIVE, schedule, 1, NEVER);
    assertThat(done.circuit())
        .isEqualTo(annealing.run(noisyTree(), 40, OBJECTIVE, schedule, 1, NEVER));
    assertThat(done.proposed()).isEqualTo(3_000);
    assertThat(done.priced()).isBetween(300L, 2_990L);
    assertThat(done.accepted()).isBetween(1L, 2_990L);
  }

  @Test
  void stopsWhenAsked() {
    AtomicInteger asked = new AtomicInteger();
    LogicCircuit seed = noisyTree();
    LabelledBits bits = conjunction();
    LogicCircuit found = anneal(bits, seed, 1, Long.MAX_VALUE, () -> asked.incrementAndGet() == 3);
    assertThat(asked).hasValue(3);
    assertThat(Annealing.priceMm2(found, bits, costs, OBJECTIVE))
        .isLessThanOrEqualTo(Annealing.priceMm2(seed, bits, costs, OBJECTIVE));
    assertThat(anneal(bits, seed, 1, 1000, () -> true)).isEqualTo(seed.compact());
  }

  private LogicCircuit anneal(
      LabelledBits bits, LogicCircuit seed, long randomSeed, long moves, BooleanSupplier stop) {
    return new Annealing(bits, costs, LEVELS)
        .run(seed, 40, OBJECTIVE, new Schedule(moves, 0.4), randomSeed, stop);
  }
}
