package io.hdlgen.explore;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.report.FrontReport;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.NetlistOptions;
import io.hdlgen.flow.VerifyRequest;
import io.hdlgen.flow.VerifyResult;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.SynthRequest;
import io.hdlgen.flow.synth.SynthResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Emits, synthesizes and verifies the recommended circuit, and writes the report. */
final class Recommendation {
  private final ExploreRequest request;
  private final ExploreFolder folder;
  private final Front front;
  private final Candidate chosen;
  private final Progress progress;

  Recommendation(
      ExploreRequest request,
      ExploreFolder folder,
      Front front,
      Candidate chosen,
      Progress progress) {
    this.request = request;
    this.folder = folder;
    this.front = front;
    this.chosen = chosen;
    this.progress = progress;
  }

  ExploreResult finish(List<String> notes) {
    List<String> all = new ArrayList<>(notes);
    Path design = folder.design(chosen.id());
    EmitRequest usual = EmitRequest.of(folder.network(chosen.id()));
    EmitRequest.Hardware hardware = EmitRequest.Hardware.DEFAULT;
    EmitResult emitted =
        Hdlgen.emit(
            usual
                .withHardware(
                    new EmitRequest.Hardware(
                        ArchitectureChoice.COMBINATIONAL,
                        hardware.outputs(),
                        hardware.folding(),
                        hardware.multiplication(),
                        request.target(),
                        hardware.clockMhz(),
                        hardware.stages(),
                        hardware.top(),
                        hardware.bus(),
                        hardware.loadable()))
                .withOutput(design),
            progress);
    all.addAll(emitted.notes());
    SynthResult mapped =
        Hdlgen.synth(
            new SynthRequest(design, Optional.of(request.target()), SynthRequest.USUAL_LIMIT, true),
            progress);
    all.addAll(mapped.notes());
    VerifyResult verified =
        Hdlgen.verify(
            new VerifyRequest(
                design,
                Optional.of(request.data()),
                OptionalInt.empty(),
                OptionalLong.empty(),
                request.threads(),
                Optional.of(
                    new NetlistOptions(
                        Optional.of(request.target()), NetlistOptions.DEFAULT_SECONDS))),
            progress);
    all.addAll(verified.notes());
    progress.stage("writing the report", 0);
    OutputFile.write(
        folder.report(), new FrontReport(front, command(), "hdlgen", List.of()).html());
    return new ExploreResult(
        folder.path(),
        front,
        Optional.of(design),
        emitted.passed() && verified.passed(),
        false,
        all);
  }

  private String command() {
    return "hdlgen explore --target "
        + request.target()
        + " --data "
        + request.data().data().getFileName();
  }
}
