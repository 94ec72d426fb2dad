package io.hdlgen.cli;

import io.hdlgen.canids.design.DetectorComparison;
import io.hdlgen.canids.design.DetectorVerification;
import io.hdlgen.canids.design.DetectorVerifyRequest;
import io.hdlgen.canids.design.DetectorVerifyResult;
import io.hdlgen.canids.verify.DetectorCheckResult;
import io.hdlgen.canids.verify.wire.LengthTiming;
import io.hdlgen.canids.verify.wire.WireCheckResult;
import io.hdlgen.flow.progress.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can verify}. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Check a detector's design folder on frames: reference = Verilator, every bit of every"
          + " feature, every verdict.",
      "",
      "The files are taken as they lie there. The result goes to verification.json, too.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can verify dos_ulx3s --frames 1000000",
      "  hdlgen can verify dos_ulx3s --wire --frames 20000"
    })
final class CanVerifyCommand implements Callable<Integer> {
  static final int MOST_FRAMES = 1_000_000_000;

  @ParentCommand private CanCommand parent;

  @Parameters(index = "0", paramLabel = "DIR", description = "Design folder that can emit wrote.")
  private Path design;

  @Option(
      names = "--wire",
      description =
          "Bring bits to the line of the receiver, with errors, other clocks, jitter and glitches,"
              + " instead of frames to the detector.")
  private boolean wire;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = {
        "With --wire: send the frames of this log around its first attack, back to back (default:"
            + " random ones)."
      })
  private Path log;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Frames to compare (default: as can emit).")
  private Integer frames;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the frames (default: as can emit).")
  private Long seed;

  @Override
  public Integer call() {
    if (log != null && !wire) {
      throw OptionRules.beside("--log", "no --wire", "--wire with it");
    }
    DetectorVerifyRequest request =
        new DetectorVerifyRequest(
            design,
            wire,
            Optional.ofNullable(log),
            frames == null
                ? OptionalLong.empty()
                : OptionalLong.of(NumberLimits.check("--frames", frames, 1, most())),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    DetectorVerifyResult result;
    try (Progress progress = parent.root().progress()) {
      result = DetectorVerification.verify(request, progress);
    }
    result.notes().forEach(parent.root()::say);
    parent.root().print(result.toJson(), () -> print(result));
    return (result.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private void print(DetectorVerifyResult result) {
    PrintWriter out = parent.root().terminal().out();
    out.println(text(result.compared()));
    result.compared().wire().ifPresent(found -> print(out, found));
    out.println(
        String.format(
            Locale.ROOT,
            "%.1f s, %,.0f frames/s",
            result.compared().seconds(),
            result.compared().check().frames() / result.compared().seconds()));
  }

  private int most() {
    return wire ? DetectorVerification.MOST_ON_WIRE : MOST_FRAMES;
  }

  /** What a check from the wire met, and when verdicts stood. */
  static void print(PrintWriter out, WireCheckResult wire) {
    out.println(
        String.format(
            Locale.ROOT,
            "%,d bits on the wire, %,d valid frames, %,d broken ones",
            wire.bits(),
            wire.valid(),
            wire.broken()));
    TextTable table = new TextTable();
    table.add(List.of("length code", "frames", "cycles after data", "cycles before end of frame"));
    for (LengthTiming length : wire.lengths()) {
      table.add(
          List.of(
              length.code() == LengthTiming.REMOTE ? "remote" : Integer.toString(length.code()),
              Long.toString(length.frames()),
              Long.toString(length.mostAfterData()),
              Long.toString(length.leastBeforeEnd())));
    }
    table.lines().forEach(out::println);
  }

  /** What a check found, in one line. */
  static String text(DetectorComparison compared) {
    DetectorCheckResult check = compared.check();
    if (check.passed()) {
      return String.format(
          Locale.ROOT,
          "%,d frames, %,d verdicts, %,d alerts, %,d cycles: reference = %s",
          check.frames(),
          check.verdicts(),
          check.alerts(),
          check.cycles(),
          compared.witness().equals("java") ? "Java simulation" : "Verilator");
    }
    return String.format(
        Locale.ROOT,
        "FAILED: %,d mismatches on %,d frames; %s",
        check.mismatches(),
        check.frames(),
        check.first().orElse(""));
  }
}
