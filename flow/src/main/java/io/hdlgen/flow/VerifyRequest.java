package io.hdlgen.flow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is to be verified.
 *
 * @param design a design folder
 * @param data samples; empty for random vectors
 * @param count number of vectors; empty: all samples, else as many as {@code emit} compared
 * @param seed of random vectors and stalls; empty: as {@code emit}
 * @param threads at least 1
 * @param netlist to verify what synthesis made of the design, too; empty for the design alone
 * @param exhaustive whether every combination of input codes is compared, too, where there are at
 *     most {@link #MOST_COMBINATIONS}
 */
public record VerifyRequest(
    Path design,
    Optional<? extends SampleCodes> data,
    OptionalInt count,
    OptionalLong seed,
    int threads,
    Optional<NetlistOptions> netlist,
    boolean exhaustive) {
  /** Combinations of input codes that are tried at most: those of 20 bits. */
  public static final int MOST_COMBINATIONS = 1 << 20;

  /** With vectors of data or random ones alone. */
  public VerifyRequest(
      Path design,
      Optional<? extends SampleCodes> data,
      OptionalInt count,
      OptionalLong seed,
      int threads,
      Optional<NetlistOptions> netlist) {
    this(design, data, count, seed, threads, netlist, false);
  }

  /** Of a design alone. */
  public VerifyRequest(
      Path design,
      Optional<? extends SampleCodes> data,
      OptionalInt count,
      OptionalLong seed,
      int threads) {
    this(design, data, count, seed, threads, Optional.empty());
  }
}
