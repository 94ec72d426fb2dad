package io.hdlgen.flow;

import io.hdlgen.sim.verilator.LineNoise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a board is to classify.
 *
 * @param port the serial port; empty for a simulated board
 * @param design the design folder; empty to look for the one that the board holds, in and right
 *     below the current folder
 * @param baud bits a second
 * @param patience how long to wait for an answer; empty for what follows from the sizes
 * @param noise on the line of a simulated board
 * @param seed of that noise
 * @param threads at least 1
 */
public record RunRequest(
    Optional<String> port,
    Optional<Path> design,
    DataSource data,
    int baud,
    Optional<Duration> patience,
    LineNoise noise,
    int seed,
    int threads) {
  /** Bits a second if nothing else is said: those of all target folders. */
  public static final int BAUD = 1_000_000;
}
