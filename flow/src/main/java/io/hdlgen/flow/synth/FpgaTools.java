package io.hdlgen.flow.synth;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.fpga.Sources;
import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.flow.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes any design through the tools of an FPGA. */
public final class FpgaTools {
  private FpgaTools() {}

  /**
   * Runs the tools.
   *
   * @param target a board
   * @param notes what the user should know so far
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the board cannot take the design
   * @throws io.hdlgen.flow.folder.OutputException if the results cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if a tool is missing or fails; the results of an
   *     earlier run are then still there
   */
  public static SynthResult run(
      FpgaDesign design, Target target, SynthesisRun run, List<String> notes, Progress progress) {
    return run(design, target, Map.of(), run, notes, progress);
  }

  /**
   * As the other.
   *
   * @param more files beside those that the tools are given
   */
  static SynthResult run(
      FpgaDesign design,
      Target target,
      Map<String, String> more,
      SynthesisRun run,
      List<String> notes,
      Progress progress) {
    FpgaSynthesis synthesis = new FpgaSynthesis(design, target, run.header(), progress);
    Sources sources = synthesis.sources();
    BuildPlan plan = target.fpga().orElseThrow().family().plan(target.fpga().get(), sources);
    List<String> all = new ArrayList<>(notes);
    all.addAll(synthesis.notes());
    return run.with(
        plan,
        more,
        all,
        (bench, draft) -> {
          FpgaReport report = synthesis.run(sources, plan, bench, draft.folder());
          return new SynthesisRun.Outcome(report.object(), report.lines(), report.missed());
        });
  }
}
