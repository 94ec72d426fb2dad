package io.hdlgen.cli;

import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where samples come from. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "Samples, one a row: CSV or IDX (also .gz), npy or npz. Unsigned bytes that are features"
              + " are divided by 255, nothing else is.")
  private Path data;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "Column with the labels: its name, or its position from 0, -1 being the last (default:"
              + " the last one of a CSV, unless it is a feature).")
  private String label;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "File with the labels, one a row of the samples, which then have none.")
  private Path labels;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMNS",
      description =
          "Columns to leave out, with commas between them: names, or positions as for --label. Test"
              + " data may be without them.")
  private String ignored;

  /** What was named; empty for nothing. */
  Optional<DataSource> source() {
    if (data == null) {
      String option = label != null ? "--label" : labels != null ? "--labels" : "--ignore";
      if (label != null || labels != null || ignored != null) {
        throw new InvalidInputException(option, "no --data", "--data FILE with the samples");
      }
      return Optional.empty();
    }
    return Optional.of(
        new DataSource(
            data,
            Optional.ofNullable(label),
            Optional.ofNullable(labels),
            NumberList.entries("--ignore", ignored)));
  }
}
