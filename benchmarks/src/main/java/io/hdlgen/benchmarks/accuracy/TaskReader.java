package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.metrics.LabelIndex;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes tasks of tables. */
final class TaskReader {
  private TaskReader() {}

  /**
   * The task in which the rows of {@code test} are kept back.
   *
   * @param column the first feature to be used; those before it, such as a number of the sample,
   *     are left out
   */
  static Task split(String name, Dataset data, int column, BitSet test) {
    List<String> classes = List.copyOf(new TreeSet<>(data.labels()));
    int rows = data.rows().length;
    int[] kept = IntStream.range(0, rows).filter(r -> !test.get(r)).toArray();
    return new Task(
        name,
        samples(data, column, kept, classes),
        samples(data, column, test.stream().toArray(), classes));
  }

  /** The task in which {@code count} rows, drawn by chance, are kept back. */
  static Task holdout(String name, Dataset data, int count) {
    List<Integer> rows =
        IntStream.range(0, data.rows().length).boxed().collect(Collectors.toList());
    Collections.shuffle(rows, new Random(1));
    BitSet test = new BitSet();
    rows.subList(0, count).forEach(test::set);
    return split(name, data, 0, test);
  }

  /** The task with a table to learn from and one to be tested on. */
  static Task pair(String name, Dataset train, Dataset test) {
    List<String> classes = List.copyOf(new TreeSet<>(train.labels()));
    return new Task(
        name,
        samples(train, 0, IntStream.range(0, train.rows().length).toArray(), classes),
        samples(test, 0, IntStream.range(0, test.rows().length).toArray(), classes));
  }

  private static Samples samples(Dataset data, int column, int[] rows, List<String> classes) {
    int[] labels = new LabelIndex(classes).indices(data.labels(), data.source());
    double[][] features = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      double[] row = data.rows()[rows[r]];
      features[r] = Arrays.copyOfRange(row, column, row.length);
    }
    return new Samples(
        IntStream.range(column, data.features()).mapToObj(i -> "x" + i).toList(),
        features,
        IntStream.of(rows).map(r -> labels[r]).toArray(),
        classes);
  }
}
