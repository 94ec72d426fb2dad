package io.hdlgen.cli;

import io.hdlgen.quantizer.metrics.BalancedAccuracy;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.ConfidenceInterval;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person wants to know of a classifier, as lines of text. */
final class QualityText {
  private QualityText() {}

  /**
   * The summary, a table of the classes and their confusions.
   *
   * @param unseen right answers among the rows that were not trained on, where that was measured
   */
  static List<String> report(ClassificationMetrics metrics, Optional<Proportion> unseen) {
    List<String> lines = new ArrayList<>(summary(metrics, unseen));
    lines.add("");
    lines.addAll(ClassText.measures(metrics));
    lines.add("");
    lines.addAll(ClassText.confusions(metrics));
    return lines;
  }

  /** The measures of all classes together, one a line. */
  static List<String> summary(ClassificationMetrics metrics, Optional<Proportion> unseen) {
    List<String> lines = new ArrayList<>();
    lines.add(line("accuracy", metrics.right(), "rows"));
    BalancedAccuracy all = metrics.balanced();
    lines.add(line(all, all.classes() == 1 ? "class" : "classes"));
    BalancedAccuracy frequent = metrics.balancedOfFrequent();
    if (frequent.classes() > 0 && frequent.classes() < all.classes()) {
      lines.add(
          line(
              frequent,
              "%s with %d rows or more"
                  .formatted(
                      frequent.classes() == 1 ? "class" : "classes",
                      ClassificationMetrics.FREQUENT)));
    }
    lines.add(line("macro F1", metrics.macroF1()));
    lines.add(line("majority baseline", metrics.majorityBaseline()));
    unseen.ifPresent(
        rate ->
            lines.add(
                rate.total() == 0
                    ? "%-19severy row is in the training data".formatted("unseen rows")
                    : line("unseen rows", rate, "rows that are not in the training data")));
    return lines;
  }

  /** A fraction in percent, with two decimals. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
  }

  private static String line(String what, Proportion rate, String rows) {
    return line(what, rate.value())
        + interval(rate.interval())
        + String.format(Locale.ROOT, ", %,d of %,d %s", rate.count(), rate.total(), rows);
  }

  private static String line(BalancedAccuracy balanced, String classes) {
    return line("balanced accuracy", balanced.value())
        + interval(balanced.interval())
        + String.format(Locale.ROOT, ", mean recall of %,d %s", balanced.classes(), classes);
  }

  private static String line(String what, double fraction) {
    return String.format(Locale.ROOT, "%-17s  %8s", what, percent(fraction));
  }

  private static String interval(ConfidenceInterval interval) {
    return String.format(
        Locale.ROOT, " (95 %%: %.2f to %.2f %%)", 100 * interval.low(), 100 * interval.high());
  }
}
