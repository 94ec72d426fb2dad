package io.hdlgen.cli;

import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The rows of a search, and rows of their own for its test. */
final class TestedDataOptions {
  @Mixin private DataOptions data;

  @Mixin private TestDataOptions testData;

  /**
   * What was named.
   *
   * @param command that needs it
   * @param testRows of {@code --test-rows}; null for nothing
   */
  TestedData of(String command, Path testRows) {
    DataSource samples =
        data.source()
            .orElseThrow(() -> new InvalidInputException(command, "no --data", "--data FILE"));
    Optional<DataSource> test = testData.source(Optional.of(samples));
    if (testRows != null && test.isPresent()) {
      throw new InvalidInputException("--test-rows", "--test-data beside it", "one of them");
    }
    return new TestedData(samples, Optional.ofNullable(testRows), test);
  }
}
