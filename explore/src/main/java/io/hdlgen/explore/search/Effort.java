package io.hdlgen.explore.search;

/**
 * How long is searched.
 *
 * @param moves changes that annealing tries in a fit
 * @param repetitions of five-fold cross-validation
 * @param generations of the search for recipes
 */
public record Effort(long moves, int repetitions, int generations) {
  private static final int REFIT = 2;
  private static final int FEW_ROWS = 1000;
  private static final int SOME_ROWS = 2500;
  private static final int MANY_ROWS = 6000;

  /** Changes that annealing tries in a fit; tests set it to few. */
  private static final String MOVES = "hdlgen.explore.moves";

  /** What suits a number of training rows: some minutes on two cores. */
  public static Effort of(int rows) {
    Effort usual = usual(rows);
    return new Effort(Long.getLong(MOVES, usual.moves()), usual.repetitions(), usual.generations());
  }

  private static Effort usual(int rows) {
    if (rows < FEW_ROWS) {
      return new Effort(200_000, 3, 8);
    }
    if (rows < SOME_ROWS) {
      return new Effort(250_000, 2, 8);
    }
    return rows < MANY_ROWS ? new Effort(350_000, 1, 7) : new Effort(600_000, 1, 5);
  }

  /** Changes that annealing tries in the fit to all training rows, of which there are few. */
  public long refitMoves() {
    return REFIT * moves;
  }

  /** The same with as many generations. */
  public Effort withGenerations(int other) {
    return new Effort(moves, repetitions, other);
  }
}
