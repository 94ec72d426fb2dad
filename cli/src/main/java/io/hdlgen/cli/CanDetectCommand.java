package io.hdlgen.cli;

import io.hdlgen.canids.detect.Detection;
import io.hdlgen.canids.detect.DetectionCount;
import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.log.LogReader;
import io.hdlgen.flow.folder.CanonicalJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can detect}. */
@Command(
    name = "detect",
    sortOptions = false,
    description = {
      "Judge the frames of a log or of a live bus in software, with the network of the hardware.",
      "",
      "One line an alert: seconds, identifier, class, score. See docs/can.md.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can detect fpl23 drive.log",
      "  candump -L can0 | hdlgen can detect fpl23 -"
    })
final class CanDetectCommand implements Runnable {
  @ParentCommand private CanCommand parent;

  @Parameters(index = "0", paramLabel = "DETECTOR", description = "A folder of can train.")
  private Path detector;

  @Parameters(index = "1", paramLabel = "LOG", description = "A log, plain or gzip; - for stdin.")
  private String log;

  @Option(names = "--summary", description = "Print no alerts, only how many there are.")
  private boolean summary;

  @Mixin private ThreadOption threads;

  @Mixin private CanLogOptions options;

  @Override
  public void run() {
    PrintWriter out = parent.root().terminal().out();
    Detector judge = Detector.read(detector);
    Detection detection = new Detection(judge, threads.count());
    boolean silent = summary || parent.root().json();
    DetectionCount count;
    List<String> notes;
    try (LogReader reader = LogReader.open(options.source(log), options.mode())) {
      count =
          detection.run(
              reader,
              line -> {
                if (!silent) {
                  out.println(line);
                }
              },
              out::flush);
      notes = reader.tally().notes();
    }
    notes.forEach(parent.root()::say);
    if (parent.root().json()) {
      out.println(CanonicalJson.writeLine(object(judge, count)));
    } else {
      parent.root().report(lines(judge, count));
    }
  }

  private static Map<String, Object> object(Detector judge, DetectionCount count) {
    Map<String, Object> alerts = new LinkedHashMap<>();
    for (int k = 1; k < judge.classes().size(); k++) {
      alerts.put(judge.classes().get(k).name(), count.verdicts()[k]);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("detector", judge.name());
    object.put("frames", count.frames());
    object.put("judged", count.judged());
    object.put("alerts", alerts);
    object.put("seconds", count.seconds());
    object.put("framesPerSecond", count.framesPerSecond());
    return object;
  }

  private static List<String> lines(Detector judge, DetectionCount count) {
    StringBuilder alerts = new StringBuilder();
    for (int k = 1; k < judge.classes().size(); k++) {
      alerts
          .append(k == 1 ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT, "%,d %s", count.verdicts()[k], judge.classes().get(k).name()));
    }
    return List.of(
        String.format(Locale.ROOT, "frames    %,d, %,d judged", count.frames(), count.judged()),
        "alerts    " + alerts,
        String.format(
            Locale.ROOT,
            "time      %.1f s, %,.0f frames/s",
            count.seconds(),
            count.framesPerSecond()));
  }
}
