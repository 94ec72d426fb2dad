package io.hdlgen.explore;

import io.hdlgen.boards.printed.PrintedCircuit.Objective;
import io.hdlgen.explore.front.Verified;
import io.hdlgen.explore.recommended.FeatureRows;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.NetlistOptions;
import io.hdlgen.flow.SampleCodes;
import io.hdlgen.flow.VerifyRequest;
import io.hdlgen.flow.VerifyResult;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.flow.synth.SynthRequest;
import io.hdlgen.flow.synth.SynthResult;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.train.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Emits, synthesizes and verifies circuits. */
final class DesignMaker {
  /** Random vectors that are compared besides all rows. */
  static final int RANDOM_VECTORS = 100_000;

  private final ExploreRequest request;
  private final Samples training;
  private final Samples test;
  private final Progress progress;

  /**
   * @param training over which synthesis averages the power; designs are verified on them
   * @param test rows that designs are verified on, too
   */
  DesignMaker(ExploreRequest request, Samples training, Samples test, Progress progress) {
    this.request = request;
    this.training = training;
    this.test = test;
    this.progress = progress;
  }

  /**
   * Makes a design.
   *
   * @param file of the network
   * @param folder of the design; what lies there is replaced
   */
  MadeDesign make(IntegerNetwork network, Path file, Path folder) {
    List<String> notes = new ArrayList<>();
    EmitResult emitted = Hdlgen.emit(emission(file, folder), progress);
    notes.addAll(emitted.notes());
    SynthResult mapped =
        Hdlgen.synth(
            new SynthRequest(
                folder,
                Optional.of(request.target()),
                SynthRequest.USUAL_LIMIT,
                true,
                new PrintedOptions(
                    Optional.empty(), Objective.AREA, Optional.of(new TrainingRows(training)))),
            progress);
    notes.addAll(mapped.notes());
    boolean exhaustive = combinations(network) <= VerifyRequest.MOST_COMBINATIONS;
    VerifyResult verified = verify(folder, exhaustive);
    notes.addAll(verified.notes());
    long mismatches = mismatches(verified);
    return new MadeDesign(
        folder,
        String.valueOf(mapped.report().get("mapping")),
        mapped.report(),
        new Verified(
            verified.check().vectors(),
            exhaustive,
            mismatches,
            mismatches == 0 && emitted.passed() && verified.passed()),
        notes);
  }

  private EmitRequest emission(Path file, Path folder) {
    EmitRequest.Hardware usual = EmitRequest.Hardware.DEFAULT;
    return EmitRequest.of(file)
        .withHardware(
            new EmitRequest.Hardware(
                ArchitectureChoice.COMBINATIONAL,
                usual.outputs(),
                usual.folding(),
                usual.multiplication(),
                request.target(),
                usual.clockMhz(),
                usual.stages(),
                usual.top(),
                usual.bus(),
                usual.loadable()))
        // As many as are verified later, so that both share a build of the simulation.
        .withCheck(
            new EmitRequest.Check(
                OptionalInt.of(RANDOM_VECTORS), EmitRequest.Check.DEFAULT_SEED, true))
        .withOutput(folder)
        .withOverwrite(true);
  }

  private VerifyResult verify(Path folder, boolean exhaustive) {
    return Hdlgen.verify(
        new VerifyRequest(
            folder,
            Optional.<SampleCodes>of(this::codes),
            OptionalInt.of(training.rows() + test.rows() + RANDOM_VECTORS),
            OptionalLong.empty(),
            request.threads(),
            Optional.of(
                new NetlistOptions(Optional.of(request.target()), NetlistOptions.DEFAULT_SECONDS)),
            exhaustive),
        progress);
  }

  /** All rows: not as they stand in the files, but with the columns that were used. */
  private long[][] codes(IntegerNetwork network) {
    return Stream.of(training, test)
        .flatMap(rows -> Arrays.stream(FeatureRows.codes(network, rows)))
        .toArray(long[][]::new);
  }

  private static long mismatches(VerifyResult result) {
    return result.check().mismatches()
        + result.netlist().map(netlist -> netlist.replay().mismatches()).orElse(0L);
  }

  /** How many combinations of codes the inputs can have; many, if they are too many to count. */
  private static double combinations(IntegerNetwork network) {
    double product = 1;
    for (var feature : network.inputs()) {
      Interval range = feature.range();
      product *= (double) range.max() - range.min() + 1;
    }
    return product;
  }
}
