package io.hdlgen.quantizer.ptq;

/**
 * How much time one network may take.
 *
 * @param fitRows at most so many rows fit the layers
 * @param refinementRows at most so many rows, mixed ones counted, are refined on
 * @param refinementSums about how many sums one round of refinement may touch
 */
record SearchEffort(int fitRows, int refinementRows, long refinementSums) {
  /** For the network that is kept: up to about half a minute for 60,000 weights. */
  static final SearchEffort FULL = new SearchEffort(4096, 16_384, 32_000_000_000L);

  /** For one of many that are compared: a second or so. */
  static final SearchEffort LIGHT = new SearchEffort(1024, 1024, 4_000_000_000L);
}
