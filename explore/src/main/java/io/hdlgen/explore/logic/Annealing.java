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
    CircuitState state = new CircuitState(seed, places, bits, costs, objective);
    SplittableRandom random = new SplittableRandom(randomSeed);
    double start = state.priceMm2();
    double price = start;
    for (long move = 0; move < schedule.moves(); move++) {
      if (move % CHECK_EVERY == 0 && stop.getAsBoolean()) {
        break;
      }
      if (!propose(state, random)) {
        continue;
      }
      double tried = state.tryPriceMm2();
      double temperature = schedule.startMm2() * (1 - (double) move / schedule.moves());
      if (tried <= price || random.nextDouble() < Math.exp((price - tried) / temperature)) {
        price = tried;
        state.keep();
      } else {
        state.takeBack();
      }
    }
    return price <= start ? state.circuit() : seed.compact();
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
      int bit = random.nextInt(state.outputCount());
      state.changeOutput(bit, signalBelow(state, random, state.signal(state.places())));
      return true;
    }
    int place = place(state, random);
    if (choice < 10) {
      return substitute(state, random, place);
    }
    return rewire(state, random, place);
  }

  private int place(CircuitState state, SplittableRandom random) {
    int place = random.nextInt(state.places());
    for (int i = 0; i < LIVE_TRIES && !state.isLive(state.signal(place)); i++) {
      place = random.nextInt(state.places());
    }
    return place;
  }

  private boolean substitute(CircuitState state, SplittableRandom random, int place) {
    int signal = state.signal(place);
    if (!state.isLive(signal)) {
      return false;
    }
    int by =
        switch (random.nextInt(3)) {
          case 0 -> random.nextBoolean() ? state.a(place) : state.b(place);
          case 1 -> state.inputs() + random.nextInt(LogicCircuit.CONSTANTS);
          default -> signalBelow(state, random, signal);
        };
    state.substitute(signal, by);
    return true;
  }

  private boolean rewire(CircuitState state, SplittableRandom random, int place) {
    GateKind kind = state.kind(place);
    int a = state.a(place);
    int b = state.b(place);
    int choice = random.nextInt(16);
    if (choice < 5 || choice == 15) {
      kind = kinds.get(random.nextInt(kinds.size()));
    }
    if (choice >= 5 && choice < 10 || choice == 15) {
      a = nearby(state, random, a, state.signal(place));
    }
    if (choice >= 10) {
      b = nearby(state, random, b, state.signal(place));
    }
    boolean same =
        kind == state.kind(place)
            && a == state.a(place)
            && (kind.inputs() == 1 || b == state.b(place));
    if (same) {
      return false;
    }
    boolean live = state.isLive(state.signal(place));
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
        int place = state.placeOf(signal);
        if (place >= 0) {
          return random.nextBoolean() ? state.a(place) : state.b(place);
        }
        return signalBelow(state, random, limit);
      default:
        return signalBelow(state, random, limit);
    }
  }

  /** A signal below {@code limit}, more often than not one that is in use. */
  private static int signalBelow(CircuitState state, SplittableRandom random, int limit) {
    int signal = random.nextInt(limit);
    for (int i = 0; i < LIVE_TRIES && !state.isLive(signal); i++) {
      signal = random.nextInt(limit);
    }
    return signal;
  }
}
