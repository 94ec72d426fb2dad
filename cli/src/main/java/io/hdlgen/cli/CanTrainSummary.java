package io.hdlgen.cli;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.detect.TrainedDetector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What a person wants to know of a detector that has just been trained. */
final class CanTrainSummary {
  private CanTrainSummary() {}

  static void print(TrainedDetector trained, Path folder, PrintWriter out) {
    Detector detector = trained.detector();
    SummaryLines lines = new SummaryLines(out);
    lines.line("network", SummaryLines.network(detector.network()));
    lines.line("bits", BitWidths.of(detector.network()).describe());
    for (int k = 0; k < detector.classes().size(); k++) {
      lines.line(
          k == 0 ? "windows" : "",
          "%s: %,d, of which %,d learnt from",
          detector.classes().get(k).name(),
          trained.windows()[k],
          trained.learnt()[k]);
    }
    if (trained.leftOut() > 0) {
      lines.line("", "%,d of other labels left out", trained.leftOut());
    }
    TextTable table = new TextTable();
    table.add(List.of("accuracy", "integers", "balanced", "as float"));
    table.add(
        List.of(
            "learnt from",
            SummaryLines.percent(trained.training().accuracy()),
            SummaryLines.percent(trained.training().balancedAccuracy()),
            SummaryLines.percent(trained.floatTraining().accuracy())));
    table.add(
        List.of(
            "kept back",
            SummaryLines.percent(trained.validation().accuracy()),
            SummaryLines.percent(trained.validation().balancedAccuracy()),
            SummaryLines.percent(trained.floatValidation().accuracy())));
    lines.add(table.lines());
    lines.line("", "neighbours of each other: only can evaluate on later frames tells");
    lines.line("time", "%.1f s", trained.seconds());
    lines.line("folder", folder.toString());
  }
}
