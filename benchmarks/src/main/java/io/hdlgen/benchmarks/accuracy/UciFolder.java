package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.DatasetReader;
import io.hdlgen.quantizer.data.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tables of the UCI repository: {@code <name>.csv}, the label last, and for some of them the
 * numbers of their test rows, counted from 0, in {@code splits/<name>_test_rows.txt}.
 */
final class UciFolder {
  /** All sets, the small ones first. */
  static final List<String> SETS =
      List.of(
          "seeds",
          "vertebral_3c",
          "balance",
          "breast_cancer_wisconsin",
          "cardio",
          "redwine",
          "whitewine",
          "pendigits");

  private static final double TEST_PART = 0.3;

  private final Path folder;

  UciFolder(Path folder) {
    this.folder = folder;
  }

  /** Whether the test rows of a set are given; otherwise they depend on the seed. */
  boolean hasSplit(String set) {
    return Files.exists(splitFile(set));
  }

  /** The set, split as given, or else with 30 % of each class, drawn with {@code seed}, to test. */
  Task task(String set, long seed) {
    Dataset data = DatasetReader.read(folder.resolve(set + ".csv"), ReadOptions.defaults());
    BitSet test = hasSplit(set) ? given(set) : stratified(data.labels(), seed);
    // The first column of this set is the number of the sample.
    int column = set.equals("breast_cancer_wisconsin") ? 1 : 0;
    return TaskReader.split(set, data, column, test);
  }

  private Path splitFile(String set) {
    return folder.resolve("splits").resolve(set + "_test_rows.txt");
  }

  private BitSet given(String set) {
    BitSet rows = new BitSet();
    try {
      for (String line : Files.readAllLines(splitFile(set))) {
        if (!line.isBlank()) {
          rows.set(Integer.parseInt(line.strip()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static BitSet stratified(List<String> labels, long seed) {
    Map<String, List<Integer>> byClass = new TreeMap<>();
    for (int r = 0; r < labels.size(); r++) {
      byClass.computeIfAbsent(labels.get(r), label -> new ArrayList<>()).add(r);
    }
    Random random = new Random(seed);
    BitSet test = new BitSet();
    for (List<Integer> rows : byClass.values()) {
      Collections.shuffle(rows, random);
      rows.subList(0, (int) Math.round(TEST_PART * rows.size())).forEach(test::set);
    }
    return test;
  }
}
