package io.hdlgen.explore.outcome;

import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options as on the command line, an option an entry, inputs by base name: {@code --seed 1}, {@code
 * no --label}. A command names always the same ones in the same order, given or not.
 */
public final class OptionList {
  private final List<String> entries = new ArrayList<>();

  /** An option that has a value always. */
  public OptionList add(String name, Object value) {
    return add(name, Optional.of(value));
  }

  /** An option, given or not. */
  public OptionList add(String name, Optional<?> value) {
    entries.add(value.map(each -> name + " " + each).orElse("no " + name));
    return this;
  }

  /** An option of several words, not given if there are none. */
  public OptionList words(String name, List<String> words) {
    return add(name, words.isEmpty() ? Optional.empty() : Optional.of(String.join(",", words)));
  }

  /** The rows to learn from. */
  public OptionList data(DataSource data) {
    return add("--data", data.data().getFileName())
        .add("--label", data.label())
        .add("--labels", data.labels().map(Path::getFileName))
        .words("--ignore", data.ignored());
  }

  /** Which rows are the test. */
  public OptionList test(TestedData rows) {
    return add("--test-rows", rows.testRows().map(Path::getFileName))
        .add("--test-data", rows.testData().map(test -> test.data().getFileName()));
  }

  /** What was added, in this order. */
  public List<String> entries() {
    return List.copyOf(entries);
  }
}
