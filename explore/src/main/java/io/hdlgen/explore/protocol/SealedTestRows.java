package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.train.Samples;
import java.util.function.Supplier;

/**
 * Test rows that nobody can look at before a choice is frozen: {@link #open} is the only way to
 * them. Rows in a file of their own are not even read before.
 */
public final class SealedTestRows {
  private final Samples training;
  private final Supplier<Samples> rows;

  SealedTestRows(Samples training, Supplier<Samples> rows) {
    this.training = training;
    this.rows = rows;
  }

  /**
   * The rows.
   *
   * @throws IllegalStateException if the choice is not in its file any more
   */
  public OpenedTestRows open(FrozenChoice choice) {
    if (!choice.isOnDisk()) {
      throw new IllegalStateException(choice.file() + " does not hold the frozen choice any more");
    }
    return new OpenedTestRows(choice, training, rows.get());
  }
}
