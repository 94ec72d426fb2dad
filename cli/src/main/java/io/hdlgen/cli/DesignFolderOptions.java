package io.hdlgen.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a design goes, if it goes anywhere. */
final class DesignFolderOptions {
  @Option(names = "--dry-run", description = "Say what would come out; write nothing.")
  private boolean dryRun;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Design folder (default: ./<top>; of a detector ./<top>_<target>).")
  private Path output;

  @Option(
      names = "--overwrite",
      description = {
        "Replace the design folder even if files in it were added or edited; they are lost."
      })
  private boolean overwrite;

  boolean dryRun() {
    return dryRun;
  }

  /** Empty: after the top module. */
  Optional<Path> folder() {
    return Optional.ofNullable(output);
  }

  boolean overwrite() {
    return overwrite;
  }
}
