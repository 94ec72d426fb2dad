package io.hdlgen.cli;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.fpga.Fpga;
import io.hdlgen.canids.design.BusClock;
import io.hdlgen.canids.design.DetectorEmission;
import io.hdlgen.canids.design.DetectorEmitRequest;
import io.hdlgen.canids.design.DetectorEmitResult;
import io.hdlgen.canids.design.DetectorOptions;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hdlgen can emit}. */
@Command(
    name = "emit",
    sortOptions = false,
    description = {
      "Turn a detector into verified Verilog that listens to a CAN bus and judges each frame before"
          + " it ends; see docs/can-hardware.md.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can emit dos --target ulx3s_85f -o dos_ulx3s",
      "  hdlgen can emit dos --arch folded --fold 0=8,10 --fold 1=8,8 --bit-rate 500000"
    })
final class CanEmitCommand implements Callable<Integer> {
  @ParentCommand private CanCommand parent;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DETECTOR", description = "Folder that can train wrote.")
  private Path detector;

  @Mixin private ArchitectureOptions architecture;

  @Option(
      names = "--bit-rate",
      paramLabel = "N",
      description = "Bits a second of the bus (default: 1000000).")
  private Integer bitRate;

  @Option(
      names = "--without-receiver",
      description = "The detector alone: frames come part by part from a receiver of yours.")
  private boolean withoutReceiver;

  @Option(
      names = "--clocks-per-bit",
      paramLabel = "N",
      description =
          "With --without-receiver: cycles of a bit of the bus (default: "
              + DetectorEmitRequest.USUAL_CLOCKS_PER_BIT
              + ").")
  private Integer clocksPerBit;

  @Option(
      names = "--clock-mhz",
      paramLabel = "F",
      description = {
        "The clock of receiver and detector, a whole number of MHz and of cycles of a bit (default:"
            + " the oscillator of a board that open tools make a bitstream for, else 16). With"
            + " --without-receiver: to pipeline for (default: the target's; 100 without"
            + " one)."
      })
  private Double clockMhz;

  @Option(
      names = "--top",
      paramLabel = "NAME",
      description = "Name of the top module (default: after the detector's folder).")
  private String top;

  @Option(
      names = "--verify",
      description =
          "Have Verilator compare the Verilog of large designs, too; exit 3 where it is missing.")
  private boolean verify;

  @Option(
      names = "--frames",
      paramLabel = "N",
      description = "Frames to compare (default: 2000; fewer where one takes long).")
  private Integer frames;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of what is compared (default: ${DEFAULT-VALUE}).")
  private long seed = EmitRequest.Check.DEFAULT_SEED;

  @Mixin private DesignFolderOptions design;

  @Override
  public Integer call() {
    DetectorEmitResult result;
    try (Progress progress = parent.root().progress()) {
      result = DetectorEmission.emit(request(), progress);
    }
    result.notes().forEach(parent.root()::say);
    parent
        .root()
        .print(result.toJson(), () -> CanEmitSummary.print(result, parent.root().terminal().out()));
    return (result.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private DetectorEmitRequest request() {
    OptionRules rules = new OptionRules(spec);
    if (clockMhz != null && (!(clockMhz > 0) || Double.isInfinite(clockMhz))) {
      throw new InvalidInputException("--clock-mhz", "" + clockMhz, "a number above 0");
    }
    if (architecture.folding().loadable()) {
      throw OptionRules.beside("--loadable", "can emit", "a network that is built in");
    }
    Optional<BusClock> bus = bus();
    return new DetectorEmitRequest(
        detector,
        new EmitRequest.Hardware(
            architecture(rules),
            Optional.empty(),
            architecture.folding().wish(rules),
            architecture.folding().multiplication(),
            architecture.target(),
            pipelineMhz(bus),
            OptionalInt.empty(),
            Optional.ofNullable(top),
            Bus.STREAM,
            false),
        bus,
        clocksPerBit == null
            ? DetectorEmitRequest.USUAL_CLOCKS_PER_BIT
            : NumberLimits.check(
                "--clocks-per-bit",
                clocksPerBit,
                DetectorOptions.LEAST_CLOCKS_PER_BIT,
                DetectorOptions.MOST_CLOCKS_PER_BIT),
        frames == null
            ? OptionalInt.empty()
            : OptionalInt.of(
                NumberLimits.check("--frames", frames, 1, CanVerifyCommand.MOST_FRAMES)),
        seed,
        verify,
        design.folder(),
        design.dryRun(),
        design.overwrite());
  }

  private Optional<BusClock> bus() {
    if (withoutReceiver) {
      if (bitRate != null) {
        throw OptionRules.beside("--bit-rate", "--without-receiver", "--clocks-per-bit");
      }
      return Optional.empty();
    }
    if (clocksPerBit != null) {
      throw OptionRules.beside(
          "--clocks-per-bit", "a receiver", "--clock-mhz and --bit-rate, or --without-receiver");
    }
    double mhz = clockMhz == null ? usualMhz() : clockMhz;
    if (mhz != Math.rint(mhz) || mhz > Integer.MAX_VALUE) {
      throw new InvalidInputException("--clock-mhz", "" + clockMhz, "a whole number of MHz");
    }
    return Optional.of(
        new BusClock((int) mhz, bitRate == null ? BusClock.USUAL.bitRate() : bitRate));
  }

  private double usualMhz() {
    return TargetCatalogue.builtIn()
        .find(architecture.target())
        .fpga()
        .filter(fpga -> fpga.family().hasPlacement())
        .map(Fpga::clockMhz)
        .orElse((double) BusClock.USUAL.clockMhz());
  }

  private OptionalDouble pipelineMhz(Optional<BusClock> bus) {
    if (bus.isPresent()) {
      return OptionalDouble.of(bus.get().clockMhz());
    }
    return clockMhz == null ? OptionalDouble.empty() : OptionalDouble.of(clockMhz);
  }

  private ArchitectureChoice architecture(OptionRules rules) {
    if (architecture.combinational()) {
      throw new InvalidInputException(
          "--arch", "combinational", "unrolled, folded or auto: a detector has a clock");
    }
    return architecture.choice(rules);
  }
}
