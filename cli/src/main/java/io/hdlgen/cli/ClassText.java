package io.hdlgen.cli;

import io.hdlgen.quantizer.metrics.ClassMetrics;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The measures of single classes, as lines of text. Of many classes, those that need a look. */
final class ClassText {
  private static final int SHOWN = 20;
  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_HEADING = 8;

  private ClassText() {}

  /**
   * A table of the classes; of more than 20, the 20 of the lowest recall. A dash is a share of
   * nothing.
   */
  static List<String> measures(ClassificationMetrics metrics) {
    TextTable table = new TextTable();
    table.add(List.of("class", "rows", "precision", "recall", "F1", "missed"));
    List<ClassMetrics> all = metrics.perClass();
    List<ClassMetrics> shown =
        all.size() <= SHOWN
            ? all
            : all.stream()
                .filter(one -> one.actual() > 0)
                .sorted(Comparator.comparingDouble(ClassMetrics::recall))
                .limit(SHOWN)
                .toList();
    for (ClassMetrics one : shown) {
      table.add(
          List.of(
              name(one.name(), LONGEST_NAME),
              count(one.actual()),
              percent(one.precision(), one.predicted() > 0),
              percent(one.recall(), one.actual() > 0),
              percent(one.f1(), one.occurs()),
              percent(one.falseNegativeRate(), one.actual() > 0)));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (shown.size() < all.size()) {
      lines.add("(the lowest recalls, of %s classes; --json has all)".formatted(count(all.size())));
    }
    return lines;
  }

  /** The confusion matrix; of more than 20 classes, the most frequent mistakes. */
  static List<String> confusions(ClassificationMetrics metrics) {
    return metrics.perClass().size() <= SHOWN ? matrix(metrics) : mistakes(metrics);
  }

  private static List<String> matrix(ClassificationMetrics metrics) {
    TextTable table = new TextTable();
    List<String> names = metrics.classNames();
    Stream<String> headings = names.stream().map(name -> name(name, LONGEST_HEADING));
    table.add(Stream.concat(Stream.of("is \\ taken for"), headings).toList());
    for (int k = 0; k < names.size(); k++) {
      Stream<String> counts =
          LongStream.of(metrics.confusion().row(k).toArray()).mapToObj(ClassText::count);
      table.add(Stream.concat(Stream.of(name(names.get(k), LONGEST_NAME)), counts).toList());
    }
    return table.lines();
  }

  private static List<String> mistakes(ClassificationMetrics metrics) {
    record Mistake(int actual, int predicted, long rows) {}
    LongMatrix confusion = metrics.confusion();
    List<Mistake> mistakes =
        IntStream.range(0, confusion.rows())
            .boxed()
            .flatMap(
                k ->
                    IntStream.range(0, confusion.columns())
                        .filter(j -> j != k && confusion.get(k, j) > 0)
                        .mapToObj(j -> new Mistake(k, j, confusion.get(k, j))))
            .sorted(Comparator.comparingLong(Mistake::rows).reversed())
            .toList();
    if (mistakes.isEmpty()) {
      return List.of("no mistakes");
    }
    TextTable table = new TextTable();
    table.add(List.of("is", "taken for", "rows"));
    for (Mistake mistake : mistakes.subList(0, Math.min(SHOWN, mistakes.size()))) {
      table.add(
          List.of(
              name(metrics.classNames().get(mistake.actual), LONGEST_NAME),
              name(metrics.classNames().get(mistake.predicted), LONGEST_NAME),
              count(mistake.rows)));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (mistakes.size() > SHOWN) {
      lines.add(
          "(the most frequent, of %s kinds of mistakes; --json has all)"
              .formatted(count(mistakes.size())));
    }
    return lines;
  }

  /** A name that cannot spoil the table: no control characters, and not too long. */
  private static String name(String name, int longest) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    if (plain.codePointCount(0, plain.length()) <= longest) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, longest - 1)) + "…";
  }

  private static String percent(double fraction, boolean known) {
    return known ? QualityText.percent(fraction) : "-";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
