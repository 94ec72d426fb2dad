package io.hdlgen.flow.synth;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.Technology;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes a design folder through the tools of a target. */
public final class Synthesis {
  private final SynthRequest request;
  private final String version;
  private final Progress progress;

  /**
   * @param version of hdlgen
   */
  public Synthesis(SynthRequest request, String version, Progress progress) {
    this.request = request;
    this.version = version;
    this.progress = progress;
  }

  /** See {@code Hdlgen.synth}. */
  public SynthResult run() {
    progress.stage("reading the design", 0);
    DesignFiles design = DesignFiles.read(request.design());
    Target target =
        TargetCatalogue.builtIn().find(request.target().orElse(design.options().target()));
    List<String> notes = new ArrayList<>();
    List<String> changed = design.folder().changed();
    if (!changed.isEmpty()) {
      notes.add("Changed since emit wrote them: " + String.join(", ", changed));
    }
    if (target.technology() instanceof Technology.Portable) {
      throw new InvalidInputException(
          "--target",
          target.name() + ", which no tool makes anything for",
          "one of "
              + TargetCatalogue.builtIn().targets().stream()
                  .filter(other -> !(other.technology() instanceof Technology.Portable))
                  .map(Target::name)
                  .collect(Collectors.joining(", ")));
    }
    if (target.printed().isPresent()) {
      return printed(design, target, notes);
    }
    if (request.printed().isChosen()) {
      throw new InvalidInputException(
          "--liberty, --objective",
          "--target " + target.name() + " beside one of them",
          "a printed target: " + printedTargets());
    }
    return fpga(design, target, notes);
  }

  private static String printedTargets() {
    return TargetCatalogue.builtIn().targets().stream()
        .filter(target -> target.printed().isPresent())
        .map(Target::name)
        .collect(Collectors.joining(", "));
  }

  private SynthResult fpga(DesignFiles design, Target target, List<String> notes) {
    SynthesisRun run = run(design, target);
    return FpgaTools.run(
        FpgaDesign.of(design),
        target,
        VendorFiles.of(design, target, run.header()),
        run,
        notes,
        progress);
  }

  private SynthesisRun run(DesignFiles design, Target target) {
    String command = "hdlgen synth " + design.signature().top() + " --target " + target.name();
    return SynthesisRun.of(request, target, command, version);
  }

  private SynthResult printed(DesignFiles design, Target target, List<String> notes) {
    PrintedSynthesis synthesis = new PrintedSynthesis(design, target, request.printed(), progress);
    BuildPlan plan = synthesis.plan();
    return run(design, target)
        .with(
            plan,
            Map.of(),
            notes,
            (bench, draft) -> {
              PrintedReport report = synthesis.run(plan, bench, draft);
              notes.addAll(synthesis.notes());
              return new SynthesisRun.Outcome(report.object(), report.lines(), Optional.empty());
            });
  }
}
