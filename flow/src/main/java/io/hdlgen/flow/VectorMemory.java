package io.hdlgen.flow;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Locale;

/** Whether vectors to compare fit into memory: all are held until the comparison has ended. */
final class VectorMemory {
  /** What is left for the rest: the simulations, and room for the garbage collector. */
  private static final double PART = 0.6;

  /** Besides codes and scores: two array headers, two references, the class. */
  private static final long OVERHEAD_BYTES = 2 * 16 + 2 * 8 + 4;

  private VectorMemory() {}

  /**
   * Refuses more vectors than fit.
   *
   * @throws InvalidInputException if they do not
   */
  static void check(IntegerNetwork network, int count) {
    check(network.inputs().size(), network.scores(), count, Runtime.getRuntime().maxMemory());
  }

  /**
   * As above.
   *
   * @param memory that Java may take, in bytes
   */
  static void check(int features, int scores, int count, long memory) {
    long vector = OVERHEAD_BYTES + (long) Long.BYTES * (features + scores);
    long most = (long) (PART * memory / vector);
    if (count > most) {
      throw new InvalidInputException(
          "--count",
          String.format(Locale.ROOT, "%,d vectors, of %,d bytes each", count, vector),
          String.format(
              Locale.ROOT,
              "at most %,d in the %,d MB that Java may take; HDLGEN_JAVA_OPTS=-Xmx8g gives more",
              most,
              memory >> 20));
    }
  }
}
