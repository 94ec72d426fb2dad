package io.hdlgen.flow;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import java.util.Locale;

/** Whether a network that is to be trained fits into memory. */
final class NetworkMemory {
  /**
   * A weight, its gradient, two moments, its level, its best value and its copies in a checkpoint,
   * which is put together in memory.
   */
  private static final long WEIGHT_BYTES = 100;

  private NetworkMemory() {}

  /**
   * Refuses more weights than fit.
   *
   * @param features number of inputs
   * @param classes number of classes
   * @throws InvalidInputException if they do not
   */
  static void check(int features, List<Integer> hidden, int classes) {
    check(features, hidden, classes, Runtime.getRuntime().maxMemory());
  }

  /**
   * As above.
   *
   * @param memory that Java may take, in bytes
   */
  static void check(int features, List<Integer> hidden, int classes, long memory) {
    long weights = 0;
    long inputs = features;
    for (int neurons : hidden) {
      weights += inputs * neurons;
      inputs = neurons;
    }
    weights += inputs * classes;
    long most = memory / WEIGHT_BYTES;
    if (weights > most) {
      throw new InvalidInputException(
          "--hidden",
          String.format(Locale.ROOT, "%,d weights in all", weights),
          String.format(
              Locale.ROOT,
              "at most %,d in the %,d MB that Java may take; HDLGEN_JAVA_OPTS=-Xmx8g gives more",
              most,
              memory >> 20));
    }
  }
}
