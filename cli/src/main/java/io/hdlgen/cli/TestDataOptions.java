package io.hdlgen.cli;

import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the rows come from that accuracy is measured on. */
final class TestDataOptions {
  @Option(
      names = "--test-data",
      paramLabel = "FILE",
      description =
          "Labelled samples to measure accuracy on, which nothing is learnt from (default: x_test"
              + " and y_test of --data, if it is an .npz that has them).")
  private Path data;

  @Option(
      names = "--test-labels",
      paramLabel = "FILE",
      description = "File with the labels of --test-data (default: a column as in --data).")
  private Path labels;

  /** What was named, its labels in a column as those of the other samples; empty for nothing. */
  Optional<DataSource> source(Optional<DataSource> samples) {
    if (data == null) {
      if (labels != null) {
        throw new InvalidInputException(
            "--test-labels", "no --test-data", "--test-data FILE with the samples");
      }
      return Optional.empty();
    }
    return Optional.of(
        new DataSource(
            data,
            labels == null ? samples.flatMap(DataSource::label) : Optional.empty(),
            Optional.ofNullable(labels),
            samples.map(DataSource::ignored).orElse(List.of())));
  }
}
