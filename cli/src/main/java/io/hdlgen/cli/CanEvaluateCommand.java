package io.hdlgen.cli;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.detect.TimeSplit;
import io.hdlgen.canids.detect.TrafficLog;
import io.hdlgen.canids.evaluate.Evaluation;
import io.hdlgen.canids.evaluate.EvaluationReport;
import io.hdlgen.canids.evaluate.EvaluationRequest;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.log.ReadMode;
import io.hdlgen.flow.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can evaluate}. */
@Command(
    name = "evaluate",
    sortOptions = false,
    description = {"Measure a detector on a labelled log, beside baselines; see docs/can.md.", ""},
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can evaluate fuzzy drive.csv.gz --from 16.5 --doubtful",
      "  hdlgen can evaluate fpl23 test.csv.gz --baseline-log train.csv.gz --float"
    })
final class CanEvaluateCommand implements Runnable {
  static final String LEAK =
      "a random split leaks: neighbours of the frames tested on are learnt from, so that results"
          + " are too good; split by time";

  private static final double LEARNT_PART = 0.7;

  @ParentCommand private CanCommand parent;

  @Parameters(index = "0", paramLabel = "DETECTOR", description = "A folder of can train.")
  private Path detector;

  @Parameters(index = "1", paramLabel = "LOG", description = "A labelled log, plain or gzip.")
  private Path log;

  @Option(
      names = "--from",
      paramLabel = "SECONDS",
      description = "Measure on the frames from here on, counted from the first (default: 0).")
  private double from;

  @Option(
      names = "--until",
      paramLabel = "SECONDS",
      description = "Measure on the frames before this (default: to the end).")
  private double until = Double.POSITIVE_INFINITY;

  @Option(
      names = "--split",
      paramLabel = "FRACTION",
      description = {
        "Measure on the frames behind this fraction of the log's time: the rest of can train"
            + " --split."
      })
  private Double split;

  @Option(
      names = "--random-split",
      description = "Measure on the 30 %% of the frames that can train --random-split leaves out.")
  private boolean randomSplit;

  @Option(
      names = "--baseline-log",
      arity = "1",
      paramLabel = "LOG",
      description = {
        "What the baselines learn from, may be repeated (default: the frames before --from)."
      })
  private List<Path> baselineLogs = List.of();

  @Option(names = "--float", description = "Measure the float network, too. Slow.")
  private boolean floating;

  @Option(
      names = "--doubtful",
      description = {
        "Look for frames that are probably injected although labelled benign, and measure without"
            + " them and with them as injected, too."
      })
  private boolean doubtful;

  @Mixin private ThreadOption threads;

  @Mixin private CanLogOptions options;

  @Override
  public void run() {
    boolean bySeconds = from > 0 || until != Double.POSITIVE_INFINITY;
    if (randomSplit && (bySeconds || split != null)) {
      throw OptionRules.beside("--random-split", "--from, --until or --split", "one of them");
    }
    if (split != null && bySeconds) {
      throw OptionRules.beside("--split", "--from or --until", "one of them");
    }
    LogPart stretch =
        LogPart.time(NumberLimits.seconds("--from", from), NumberLimits.seconds("--until", until));
    ReadMode mode = mode(Detector.read(detector));
    EvaluationReport report;
    try (Progress progress = parent.root().progress()) {
      TrafficLog measured = new TrafficLog(log, mode);
      EvaluationRequest request =
          new EvaluationRequest(
              detector,
              measured,
              part(measured, stretch, progress),
              baselineLogs.stream().map(file -> new TrafficLog(file, mode)).toList(),
              floating,
              doubtful,
              threads.count());
      report = new Evaluation(request, progress).run();
    }
    report.notes().forEach(parent.root()::say);
    if (randomSplit) {
      parent.root().say(LEAK);
    }
    parent
        .root()
        .print(
            report.toJson(),
            () -> CanEvaluationSummary.print(report, parent.root().terminal().out()));
  }

  private LogPart part(TrafficLog measured, LogPart stretch, Progress progress) {
    if (randomSplit) {
      return LogPart.random(LEARNT_PART, 1);
    }
    return split == null
        ? stretch
        : LogPart.time(TimeSplit.seconds(measured, split, progress), Double.POSITIVE_INFINITY);
  }

  /** What is injected without a name is the attack of a detector that knows but one. */
  private ReadMode mode(Detector read) {
    ReadMode mode = options.mode();
    List<Label> labels = read.classes().get(1).labels();
    return mode.injected() == Label.INJECTED && read.classes().size() == 2 && labels.size() == 1
        ? mode.withInjected(labels.get(0))
        : mode;
  }
}
