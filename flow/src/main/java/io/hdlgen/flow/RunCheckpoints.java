package io.hdlgen.flow;

import io.hdlgen.flow.checkpoint.CheckpointFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.train.Checkpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The checkpoints of one run of a command, in the folder {@code <output>.checkpoint}. They are
 * opened when training begins, so that a run that does not train has none.
 */
final class RunCheckpoints {
  private final Optional<Path> folder;
  private final Supplier<CheckpointFolder.Run> run;
  private final boolean resume;
  private final Progress progress;
  private Optional<CheckpointFolder> opened = Optional.empty();

  private RunCheckpoints(
      Optional<Path> folder,
      Supplier<CheckpointFolder.Run> run,
      boolean resume,
      Progress progress) {
    this.folder = folder;
    this.run = run;
    this.resume = resume;
    this.progress = progress;
  }

  /** Of a run that keeps none. */
  static RunCheckpoints none() {
    return new RunCheckpoints(
        Optional.empty(),
        () -> {
          throw new IllegalStateException("no checkpoints");
        },
        false,
        Progress.NONE);
  }

  /**
   * Of a run.
   *
   * @param output what it writes in the end
   * @param run what it depends on; worked out when training begins
   * @param resume whether to go on where a killed run has left off
   */
  static RunCheckpoints beside(
      Path output, Supplier<CheckpointFolder.Run> run, boolean resume, Progress progress) {
    // "." and "a/.." have no name of their own.
    boolean named = output.equals(output.normalize());
    Path file = named ? output : output.toAbsolutePath().normalize();
    Path folder = file.resolveSibling(file.getFileName() + ".checkpoint");
    return new RunCheckpoints(Optional.of(folder), run, resume, progress);
  }

  /**
   * Checkpoints to train with.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if those to be resumed are of another
   *     run, or something else is in the way
   */
  Checkpoints open() {
    if (folder.isEmpty()) {
      return Checkpoints.NONE;
    }
    opened = Optional.of(open(folder.get(), run.get()));
    return opened.get();
  }

  private CheckpointFolder open(Path path, CheckpointFolder.Run current) {
    if (resume) {
      if (!Files.exists(path)) {
        progress.note("No killed run has left " + path + "; starting anew");
      }
      return CheckpointFolder.resumed(path, current);
    }
    if (CheckpointFolder.holds(path, current)) {
      progress.note(
          "A killed run has left " + path + "; starting anew, --resume would go on from there");
    }
    return CheckpointFolder.fresh(path, current);
  }

  /** Removes them: the run has come to its end. */
  void delete() {
    opened.ifPresent(CheckpointFolder::delete);
  }
}
