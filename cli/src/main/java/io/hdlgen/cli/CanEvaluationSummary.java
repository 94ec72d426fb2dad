package io.hdlgen.cli;

import io.hdlgen.canids.evaluate.AttackResult;
import io.hdlgen.canids.evaluate.DoubtfulFrames;
import io.hdlgen.canids.evaluate.EvaluationReport;
import io.hdlgen.canids.evaluate.JudgeResult;
import io.hdlgen.canids.evaluate.LabelUse;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Measures of a detector, for people. */
final class CanEvaluationSummary {
  /** Where there is nothing to measure. */
  private static final String NONE = "-";

  private final EvaluationReport report;
  private final SummaryLines lines;

  private CanEvaluationSummary(EvaluationReport report, PrintWriter out) {
    this.report = report;
    this.lines = new SummaryLines(out);
  }

  static void print(EvaluationReport report, PrintWriter out) {
    new CanEvaluationSummary(report, out).print();
  }

  private void print() {
    JudgeResult first = report.results().get(0);
    lines.line("detector", report.detector());
    lines.line(
        "log",
        "%s%s: %.1f s measured, %,d windows, %,d of them benign",
        report.log(),
        report.synthetic() ? " (synthetic)" : "",
        report.seconds(),
        first.windows(),
        first.benign());
    table(LabelUse.AS_GIVEN);
    attacks(first);
    if (first.suspensions().isPresent()) {
      suspensions();
    }
    if (report.doubtfulFrames() > 0) {
      lines.line(
          "doubtful", "%,d frames of the log: %s", report.doubtfulFrames(), DoubtfulFrames.RULE);
      lines.line("", "Without windows of these:");
      table(LabelUse.LEFT_OUT);
      lines.line("", "With these as injected, by a rule that favours whitelists:");
      table(LabelUse.RELABELLED);
    }
  }

  private void table(LabelUse use) {
    TextTable table = new TextTable();
    table.add(
        List.of(
            "",
            "F1",
            "precision",
            "recall",
            "missed",
            "accuracy",
            "balanced",
            "AUC",
            "false alarms",
            "an hour"));
    for (JudgeResult result : report.results()) {
      if (result.labels() == use) {
        table.add(
            List.of(
                result.judge(),
                percent(result.rates().f1()),
                percent(result.rates().precision()),
                percent(result.rates().recall()),
                percent(result.rates().missed()),
                percent(result.accuracy()),
                percent(result.balancedAccuracy()),
                area(result.auc()),
                text("%,d", result.rates().falseAlarms()),
                text("%,.0f", result.falseAlarmsPerHour())));
      }
    }
    lines.add(table.lines());
  }

  private void attacks(JudgeResult result) {
    TextTable table = new TextTable();
    table.add(
        List.of(
            "attack",
            "windows",
            "F1",
            "precision",
            "recall",
            "missed",
            "AUC",
            "bursts",
            "met",
            "ms",
            "most",
            "frames",
            "most"));
    for (AttackResult attack : result.attacks()) {
      table.add(
          List.of(
              attack.attack() + (attack.learnt() ? "" : " (not learnt)"),
              text("%,d", attack.rates().injected()),
              percent(attack.rates().f1()),
              percent(attack.rates().precision()),
              percent(attack.rates().recall()),
              percent(attack.rates().missed()),
              area(attack.auc()),
              text("%d", attack.bursts()),
              text("%d", attack.burstsDetected()),
              text("%.2f", attack.medianMs()),
              text("%.2f", attack.mostMs()),
              text("%.0f", attack.medianFrames()),
              text("%.0f", attack.mostFrames())));
    }
    lines.add(table.lines());
  }

  /** Apart from all others: no frame says that others do not come. */
  private void suspensions() {
    TextTable table = new TextTable();
    table.add(
        List.of(
            "suspension", "bursts", "met", "ms", "most", "alerts", "an hour", "an hour elsewhere"));
    for (JudgeResult result : report.results()) {
      if (result.labels() == LabelUse.AS_GIVEN) {
        result
            .suspensions()
            .ifPresent(
                found ->
                    table.add(
                        List.of(
                            result.judge(),
                            text("%d", found.bursts()),
                            text("%d", found.detected()),
                            text("%.2f", found.medianMs()),
                            text("%.2f", found.mostMs()),
                            text("%,d", found.alerts()),
                            text("%,.0f", found.perHour()),
                            text("%,.0f", found.perHourElsewhere()))));
      }
    }
    lines.add(table.lines());
  }

  /** Three places: detectors differ in the second. */
  private static String percent(double fraction) {
    return Double.isNaN(fraction) ? NONE : text("%.3f %%", 100 * fraction);
  }

  private static String area(double area) {
    return Double.isNaN(area) ? NONE : text("%.5f", area);
  }

  private static String text(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
