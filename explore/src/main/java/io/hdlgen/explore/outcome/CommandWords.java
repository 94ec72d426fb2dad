package io.hdlgen.explore.outcome;

import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.DataSource;
import java.nio.file.Path;

/**
 * A command line that makes the same again: inputs by base name, words quoted as a shell reads
 * them.
 */
public final class CommandWords {
  private final StringBuilder text;

  /** A command line that begins so. */
  public CommandWords(String command) {
    this.text = new StringBuilder(command);
  }

  /** A word of its own. */
  public void word(String word) {
    text.append(' ');
    if (word.matches("[A-Za-z0-9_./:=+,@%-]+")) {
      text.append(word);
    } else {
      text.append('\'').append(word.replaceAll("\\s", " ").replace("'", "'\\''")).append('\'');
    }
  }

  /** An option with its value. */
  public void option(String name, String value) {
    word(name);
    word(value);
  }

  /** An option whose value is a file. */
  public void file(String name, Path file) {
    option(name, String.valueOf(file.getFileName()));
  }

  /** The rows to learn from. */
  public void data(DataSource data) {
    file("--data", data.data());
    data.label().ifPresent(label -> option("--label", label));
    data.labels().ifPresent(labels -> file("--labels", labels));
    if (!data.ignored().isEmpty()) {
      option("--ignore", String.join(",", data.ignored()));
    }
  }

  /** Which rows are the test. */
  public void test(TestedData rows) {
    rows.testRows().ifPresent(file -> file("--test-rows", file));
    rows.testData()
        .ifPresent(
            test -> {
              file("--test-data", test.data());
              test.labels().ifPresent(labels -> file("--test-labels", labels));
            });
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
