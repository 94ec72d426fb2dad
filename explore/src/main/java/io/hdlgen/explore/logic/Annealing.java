package io.hdlgen.explore.logic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Simulated annealing of a circuit on rows of data: gates are exchanged, rewired, left out and put
 * in, and the price of {@link Objective} decides. Only gates that a change reaches are computed
 * again.
 *
 * <p>Sources: Kirkpatrick, Gelatt, Vecchi, "Optimization by Simulated Annealing", Science 220,
 * 1983; Miller, Thomson, "Cartesian Genetic Programming", EuroGP 2000, for circuits as numbered
 * places and the drift of gates that are not used.
 */
public final class Annealing {
  private static final int CHECK_EVERY = 1024;
  private static final int LIVE_TRIES = 6;

  /**
   * How long and how hot.
   *
   * @param moves number of changes that are tried
   * @param startMm2 temperature at the start, in square millimetres; it falls in a straight line to
   *     0
   */
  public record Schedule(long moves, double startMm2) {}

  /**
   * A circuit, and the work that it took.
   *
   * @param proposed number of changes
   * @param priced those of them for whose price gates were computed; others change a gate that no
   *     output depends on, or nothing, or which signal an output is
   * @param accepted number of changes whose price was accepted, computed gates or not
   */
  public record Annealed(LogicCircuit circuit, long proposed, long priced, long accepted) {}

  private final LabelledBits bits;
  private final CircuitCosts costs;
  private final InputLevels levels;
  private final List<GateKind> kinds;

  public Annealing(LabelledBits bits, CircuitCosts costs, InputLevels levels) {
    this.bits = bits;
    this.costs = costs;
    this.levels = levels;
    this.kinds = costs.kinds();
  }

  /**
   * Anneals.
   *
   * @param seed the circuit to start from
   * @param places gates that the circuit may grow to, at least as many as the seed's
   * @param randomSeed equal seeds give equal circuits
   * @param stop is asked now and then; once it holds, the circuit as it is is given
   * @return the circuit at the end, or the seed if that has the lower price
   */
  public LogicCircuit run(
      LogicCircuit seed,
      int places,
      Objective objective,
      Schedule schedule,
      long randomSeed,
      BooleanSupplier stop) {
    return anneal(seed, places, objective, schedule, randomSeed, stop).circuit();
  }

  /** The same, with what was done. */
  public Annealed anneal(
      LogicCircuit seed,
      int places,
      Objective objective,
      Schedule schedule,
      long randomSeed,
      BooleanSupplier stop) {
    CircuitState state = new CircuitState(seed, places, bits, costs, objective);
    SplittableRandom random = new SplittableRandom(randomSeed);
    double start = state.priceMm2();
    double price = start;
    long move = 0;
    long priced = 0;
    long accepted = 0;
    for (; move < schedule.moves(); move++) {
      if (move % CHECK_EVERY == 0 && stop.getAsBoolean()) {
        break;
      }
      if (!propose(state, random)) {
        continue;
      }
      long before = state.computed();
      double tried = state.tryPriceMm2();
      priced += state.computed() > before ? 1 : 0;
      double temperature = schedule.startMm2() * (1 - (double) move / schedule.moves());
      if (tried <= price || random.nextDouble() < Math.exp((price - tried) / temperature)) {
        price = tried;
        accepted++;
        state.keep();
      } else {
        state.takeBack();
      }
    }
    LogicCircuit best = price <= start ? state.wiring().circuit() : seed.compact();
    return new Annealed(best, move, priced, accepted);
  }

  /** The price of a circuit as it is. */
  public static double priceMm2(
      LogicCircuit circuit, LabelledBits bits, CircuitCosts costs, Objective objective) {
    return new CircuitState(circuit, circuit.gates().size(), bits, costs, objective).priceMm2();
  }

  /** Changes something; false if the change cannot have an effect. */
  private boolean propose(CircuitState state, SplittableRandom random) {
    int choice = random.nextInt(100);
    if (choice < 2) {
      int bit = random.nextInt(state.wiring().outputCount());
      state.changeOutput(
          bit, signalBelow(state, random, state.wiring().signal(state.wiring().places())));
      return true;
    }
    int place = place(state, random);
    if (choice < 10) {
      return substitute(state, random, place);
    }
    return rewire(state, random, place);
  }

  private int place(CircuitState state, SplittableRandom random) {
    int place = random.nextInt(state.wiring().places());
    for (int i = 0; i < LIVE_TRIES && !state.wiring().isLive(state.wiring().signal(place)); i++) {
      place = random.nextInt(state.wiring().places());
    }
    return place;
  }

  private boolean substitute(CircuitState state, SplittableRandom random, int place) {
    int signal = state.wiring().signal(place);
    if (!state.wiring().isLive(signal)) {
      return false;
    }
    int by =
        switch (random.nextInt(3)) {
          case 0 -> random.nextBoolean() ? state.wiring().a[place] : state.wiring().b[place];
          case 1 -> state.wiring().inputs() + random.nextInt(LogicCircuit.CONSTANTS);
          default -> signalBelow(state, random, signal);
        };
    state.substitute(signal, by);
    return true;
  }

  private boolean rewire(CircuitState state, SplittableRandom random, int place) {
    GateKind kind = state.wiring().kind[place];
    int a = state.wiring().a[place];
    int b = state.wiring().b[place];
    int choice = random.nextInt(16);
    if (choice < 5 || choice == 15) {
      kind = kinds.get(random.nextInt(kinds.size()));
    }
    if (choice >= 5 && choice < 10 || choice == 15) {
      a = nearby(state, random, a, state.wiring().signal(place));
    }
    if (choice >= 10) {
      b = nearby(state, random, b, state.wiring().signal(place));
    }
    boolean same =
        kind == state.wiring().kind[place]
            && a == state.wiring().a[place]
            && (kind.inputs() == 1 || b == state.wiring().b[place]);
    if (same) {
      return false;
    }
    boolean live = state.wiring().isLive(state.wiring().signal(place));
    state.change(place, kind, a, b);
    if (!live) {
      state.keep();
    }
    return live;
  }

  /** Another signal for an input of a gate. */
  private int nearby(CircuitState state, SplittableRandom random, int signal, int limit) {
    switch (random.nextInt(4)) {
      case 0:
        return random.nextInt(levels.inputs());
      case 1:
        if (signal < levels.inputs()) {
          return levels.neighbour(signal, random.nextBoolean());
        }
        return signalBelow(state, random, limit);
      case 2:
        int place = state.wiring().placeOf(signal);
        if (place >= 0) {
          return random.nextBoolean() ? state.wiring().a[place] : state.wiring().b[place];
        }
        return signalBelow(state, random, limit);
      default:
        return signalBelow(state, random, limit);
    }
  }

  /** A signal below {@code limit}, more often than not one that is in use. */
  private static int signalBelow(CircuitState state, SplittableRandom random, int limit) {
    int signal = random.nextInt(limit);
    for (int i = 0; i < LIVE_TRIES && !state.wiring().isLive(signal); i++) {
      signal = random.nextInt(limit);
    }
    return signal;
  }
}
