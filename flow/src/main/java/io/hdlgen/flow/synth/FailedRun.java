package io.hdlgen.flow.synth;

import io.hdlgen.boards.plan.BuildPlan;
import io.hdlgen.boards.plan.BuildStep;
import io.hdlgen.flow.folder.DesignDraft;
import io.hdlgen.flow.folder.FileTree;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Keeps what a failed run of tools leaves, beside what an earlier one has made. */
final class FailedRun {
  private static final String SUFFIX = ".failed";

  private FailedRun() {}

  /** Removes what failed runs have left: a later one has gone well. */
  static void forget(Path folder) {
    Path kept = folder.resolveSibling(folder.getFileName() + SUFFIX);
    try {
      FileTree.delete(kept);
    } catch (IOException e) {
      throw OutputException.writing(kept, e);
    }
  }

  /**
   * Copies the plan and the logs into a folder of their own.
   *
   * @param draft where the tools ran
   * @param folder where their results would have been
   * @return the failure, with a message that says where the log lies; an interruption as it is
   */
  static ToolException kept(
      ToolException failure,
      DesignDraft draft,
      BuildPlan plan,
      Path folder,
      String version,
      String command) {
    if (failure.reason() == ToolException.Reason.INTERRUPTED) {
      return failure;
    }
    Path kept = folder.resolveSibling(folder.getFileName() + SUFFIX);
    String last = "";
    try (DesignDraft copy = DesignDraft.begin(kept, true)) {
      plan.files().forEach(copy::write);
      copy.write(BuildPlan.SCRIPT, plan.script());
      for (BuildStep step : plan.steps()) {
        Path log = draft.file(step.log());
        if (Files.exists(log)) {
          copy.write(step.log(), Files.readAllBytes(log));
          last = step.log();
        }
      }
      copy.commit(version, command, new TreeMap<>());
    } catch (IOException e) {
      throw OutputException.writing(kept, e);
    }
    return new ToolException(
        failure.reason(),
        failure.getMessage() + (last.isEmpty() ? "" : "; all of it in " + kept.resolve(last)),
        failure);
  }
}
