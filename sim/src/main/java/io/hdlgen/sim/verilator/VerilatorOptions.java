package io.hdlgen.sim.verilator;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to build and run.
 *
 * @param executable name or path of Verilator
 * @param cache folder of built programs
 * @param speed what to spend on optimisation
 * @param strict whether a warning fails the build; else Verilog that people have changed is taken
 *     as it is
 * @param trace whether the program can write the values of all wires
 * @param jobs parallel C++ compilers
 * @param buildLimit longest time of a build
 * @param stallLimit longest time without an answer from the running program
 */
public record VerilatorOptions(
    String executable,
    Path cache,
    Speed speed,
    boolean strict,
    boolean trace,
    int jobs,
    Duration buildLimit,
    Duration stallLimit) {

  /** What the C++ compiler is asked for. */
  public enum Speed {
    /** {@code -O0}: the quickest build; right for up to some hundred thousand cycles. */
    BUILD,
    /**
     * {@code -O1} for what runs each cycle: two to three times the build, several times the pace.
     */
    RUN
  }

  /**
   * The usual options: the cache is {@code HDLGEN_CACHE} of the environment, else {@code
   * ~/.cache/hdlgen}.
   */
  public static VerilatorOptions standard() {
    String cache = System.getenv("HDLGEN_CACHE");
    Path folder =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache", "hdlgen")
            : Path.of(cache);
    return new VerilatorOptions(
        "verilator",
        folder,
        Speed.BUILD,
        true,
        false,
        2,
        Duration.ofMinutes(20),
        Duration.ofMinutes(2));
  }

  public VerilatorOptions withExecutable(String other) {
    return new VerilatorOptions(other, cache, speed, strict, trace, jobs, buildLimit, stallLimit);
  }

  public VerilatorOptions withCache(Path other) {
    return new VerilatorOptions(
        executable, other, speed, strict, trace, jobs, buildLimit, stallLimit);
  }

  public VerilatorOptions withSpeed(Speed other) {
    return new VerilatorOptions(
        executable, cache, other, strict, trace, jobs, buildLimit, stallLimit);
  }

  public VerilatorOptions withStrict(boolean other) {
    return new VerilatorOptions(
        executable, cache, speed, other, trace, jobs, buildLimit, stallLimit);
  }

  public VerilatorOptions withTrace(boolean other) {
    return new VerilatorOptions(
        executable, cache, speed, strict, other, jobs, buildLimit, stallLimit);
  }

  public VerilatorOptions withLimits(Duration build, Duration stall) {
    return new VerilatorOptions(executable, cache, speed, strict, trace, jobs, build, stall);
  }
}
