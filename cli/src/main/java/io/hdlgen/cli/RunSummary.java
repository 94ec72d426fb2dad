package io.hdlgen.cli;

import io.hdlgen.flow.RunResult;
import io.hdlgen.flow.serial.LineReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a run on a board went, for people. */
final class RunSummary {
  private RunSummary() {}

  static List<String> lines(RunResult result) {
    List<String> lines = new ArrayList<>();
    LineReport line = result.line();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s on %s in %.2f s, %,.0f a second: %s",
            SummaryLines.count(result.rows(), "row"),
            line.port(),
            result.seconds(),
            result.rate(),
            result.mismatches() == 0
                ? "all as the reference"
                : SummaryLines.count(result.mismatches(), "row") + " NOT as the reference"));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d sent again, %,d after silence; frames with errors: %,d to the board, %,d from it",
            line.retries(),
            line.timeouts(),
            line.rejectedRequests(),
            line.brokenAnswers()));
    result.quality().ifPresent(q -> lines.addAll(QualityText.summary(q, Optional.empty())));
    return lines;
  }
}
