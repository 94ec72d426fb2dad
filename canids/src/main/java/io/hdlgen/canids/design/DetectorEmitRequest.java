package io.hdlgen.canids.design;

import io.hdlgen.flow.EmitRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What hardware is to be made of a detector.
 *
 * @param detector the detector's folder
 * @param hardware what the core looks like; its top is the detector's
 * @param bus the clock of a receiver before the detector, for which the core is pipelined, too;
 *     empty for the detector alone
 * @param clocksPerBit cycles of a bit of the bus, of the detector alone
 * @param frames that are compared; empty: as many as take some seconds
 * @param seed of them, and of what else is compared
 * @param requireVerilator whether to fail where Verilator is missing
 * @param output the design folder; empty for {@code ./<top>}
 * @param dryRun whether nothing is compared or written
 * @param overwrite whether files that the user added to the design folder, or edited there, may be
 *     lost
 */
public record DetectorEmitRequest(
    Path detector,
    EmitRequest.Hardware hardware,
    Optional<BusClock> bus,
    int clocksPerBit,
    OptionalInt frames,
    long seed,
    boolean requireVerilator,
    Optional<Path> output,
    boolean dryRun,
    boolean overwrite) {
  /** Cycles of a bit where no number is given: 16 MHz for 1 Mb/s. */
  public static final int USUAL_CLOCKS_PER_BIT = 16;

  /** Frames that are compared where no number is given. */
  public static final int USUAL_FRAMES = 2000;
}
