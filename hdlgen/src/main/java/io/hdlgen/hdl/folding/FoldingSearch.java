package io.hdlgen.hdl.folding;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * The smallest folding that meets a wish. All layers are balanced for one interval, since a layer
 * that is faster than the slowest only waits. For every number of folds the smallest group that
 * gives it is tried; within these the choice is the cheapest, not merely a good one.
 */
public final class FoldingSearch {
  private static final double HERTZ_PER_MEGAHERTZ = 1e6;

  private final FoldingTable table;

  /**
   * @param sizes inputs of the network, then the neurons of each layer
   * @param cost what foldings take
   */
  public FoldingSearch(List<Integer> sizes, LayerCost cost) {
    table = new FoldingTable(sizes, cost);
  }

  /**
   * The cheapest folding that takes so many inferences a second.
   *
   * @param clockMhz the clock in MHz
   * @throws InvalidInputException if that is more than one each cycle
   */
  public FoldingChoice forRate(double inferencesPerSecond, double clockMhz) {
    if (!(inferencesPerSecond > 0) || !(clockMhz > 0)) {
      throw new InvalidInputException(
          "target rate",
          number(inferencesPerSecond) + " inferences/s at " + number(clockMhz) + " MHz",
          "positive numbers");
    }
    double hertz = clockMhz * HERTZ_PER_MEGAHERTZ;
    if (inferencesPerSecond > hertz) {
      throw new InvalidInputException(
          "target rate",
          number(inferencesPerSecond) + " inferences/s",
          "at most "
              + number(hertz)
              + " at a clock of "
              + number(clockMhz)
              + " MHz, with every layer unrolled; ask for that or less, or for a faster clock");
    }
    long interval = (long) (hertz / inferencesPerSecond);
    return forInterval(hertz / (interval + 1) >= inferencesPerSecond ? interval + 1 : interval);
  }

  /**
   * The cheapest folding with at most so many cycles between inferences.
   *
   * @throws InvalidInputException if that is less than one
   */
  public FoldingChoice forInterval(long cycles) {
    return table
        .cheapest(cycles)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "target interval", cycles + " cycles", "1 or more; 1 unrolls every layer"));
  }

  /**
   * The fastest folding of so many LUTs; of equally fast ones the cheapest.
   *
   * @throws InvalidInputException if every folding takes more
   */
  public FoldingChoice withinLuts(long luts) {
    long high = table.longest();
    long least = forInterval(high).luts();
    if (least > luts) {
      throw new InvalidInputException(
          "LUT budget",
          luts + " LUTs",
          "at least "
              + least
              + ", which the smallest folding takes; ask for that or more, or take"
              + " fewer bits or neurons");
    }
    long low = 1;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (forInterval(middle).luts() <= luts) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return forInterval(high);
  }

  /**
   * The cheapest of the balanced foldings whose latency is at most so many cycles. The latency is
   * the {@link CycleModel}'s, an empty pipeline with queues that cost nothing. It does not fall
   * steadily with the interval, so every interval is tried, from the longest down; none that
   * exceeds the latency can do, since a layer's slots are issued one a cycle.
   *
   * @throws InvalidInputException if every balanced folding takes longer
   */
  public FoldingChoice withinLatency(long cycles, LayerDelay delay) {
    long shortest = Long.MAX_VALUE;
    long interval = Math.max(1, Math.min(cycles, table.longest()));
    while (interval >= 1) {
      FoldingChoice choice = forInterval(interval);
      long latency = new CycleModel(choice.shape(), delay.all(choice.shape())).latency();
      if (latency <= cycles) {
        return choice;
      }
      shortest = Math.min(shortest, latency);
      interval = choice.interval() - 1;
    }
    throw new InvalidInputException(
        "target latency",
        cycles + " cycles",
        "at least " + shortest + "; ask for that or more, or for a slower clock with fewer stages");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
