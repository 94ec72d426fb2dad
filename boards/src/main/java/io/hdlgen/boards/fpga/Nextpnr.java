package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.BuildStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What all builds of nextpnr have in common. */
final class Nextpnr {
  /** Placement starts from random numbers; these are always the same. */
  private static final String SEED = "1";

  private Nextpnr() {}

  /**
   * Places and routes. A clock that is missed is reported, and no failure.
   *
   * @param placed the file that the placed design goes to
   */
  static BuildStep step(String program, Sources sources, String placed, List<String> device) {
    List<String> arguments = new ArrayList<>(device);
    arguments.addAll(
        List.of(
            "--json",
            SynthesisFiles.BOARD_JSON,
            "--report",
            SynthesisFiles.PLACEMENT,
            "--freq",
            String.format(Locale.ROOT, "%.3f", sources.clockMhz()),
            "--seed",
            SEED,
            "--timing-allow-fail"));
    return new BuildStep(
        "placing and routing",
        program,
        arguments,
        "nextpnr.log",
        List.of(placed, SynthesisFiles.PLACEMENT));
  }
}
