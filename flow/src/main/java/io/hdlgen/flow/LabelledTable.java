package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.metrics.LabelIndex;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table of labelled rows that classifiers are learnt from, checked.
 *
 * @param samples classes are the labels of the table, in sorted order, numbers by value, unless
 *     {@link #inClassOrder} was asked for another
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
   * The same rows, with classes in the order of a network's.
   *
   * @param names of all classes and no others, or the same numbers otherwise written
   * @throws InvalidInputException if the rows have other classes
   */
  public LabelledTable inClassOrder(List<String> names) {
    LabelIndex index = new LabelIndex(names);
    int[] classes =
        samples.classNames().stream()
            .map(index::find)
            .mapToInt(found -> found.orElse(-1))
            .toArray();
    boolean known = Arrays.stream(classes).allMatch(found -> found >= 0);
    boolean others = Arrays.stream(classes).distinct().count() != names.size();
    if (!known || others || classes.length != names.size()) {
      throw new InvalidInputException(
          source,
          "classes " + String.join(", ", samples.classNames()),
          "those of the network: " + String.join(", ", names));
    }
    int[] labels = Arrays.stream(samples.labels()).map(label -> classes[label]).toArray();
    return new LabelledTable(
        new Samples(samples.featureNames(), samples.features(), labels, names),
        source,
        labelName,
        notes);
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
