package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of labelled rows that classifiers are learnt from, checked.
 *
 * @param samples classes are the labels of the table, in sorted order, numbers by value
 * @param source the file's name, for messages
 * @param labelName what the column of the labels is called; empty if it has no name
 * @param notes what to tell of the table, a sentence each
 */
public record LabelledTable(
    Samples samples, String source, Optional<String> labelName, List<String> notes) {
  public LabelledTable {
    notes = List.copyOf(notes);
  }

  /**
   * Reads a table.
   *
   * @throws InvalidInputException if it cannot be read, has no labels, or labels that look like
   *     measurements
   */
  public static LabelledTable read(DataSource source) {
    Dataset data = source.read(List.of());
    Samples samples = TrainingSamples.of(data);
    List<String> notes =
        new ArrayList<>(TrainingSamples.notes(samples, CommandText.baseName(source.data())));
    Optional<String> index = TrainingSamples.indexNote(data);
    index.ifPresent(notes::add);
    if (index.isEmpty()) {
      notes.addAll(SampleNumbers.notes(data, false));
    }
    return new LabelledTable(samples, data.source(), data.labelName(), notes);
  }

  /**
   * Reads other rows of the same kind, with the features and classes of these.
   *
   * @throws InvalidInputException if they have other features or classes, or no labels
   */
  public Samples readTest(DataSource test) {
    TestRows rows = TestRows.read(test, samples, labelName);
    return new Samples(
        samples.featureNames(), rows.data().rows(), rows.actual(), samples.classNames());
  }
}
