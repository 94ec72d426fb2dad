package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.baseline.IdWhitelist;
import io.hdlgen.canids.baseline.IntervalBaseline;
import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.detect.DetectorFolder;
import io.hdlgen.canids.detect.FloatJudge;
import io.hdlgen.canids.detect.FrameJudge;
import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.detect.NetworkJudge;
import io.hdlgen.canids.detect.Origin;
import io.hdlgen.canids.detect.TrafficLog;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.log.LogReader;
import io.hdlgen.canids.log.ReadTally;
import io.hdlgen.canids.log.Suspension;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures a detector on a log, beside baselines that learn from other frames. */
public final class Evaluation {
  private static final int STEP = 100_000;

  private final EvaluationRequest request;
  private final Progress progress;
  private final Detector detector;
  private final List<String> notes = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private DoubtfulFrames doubtful = DoubtfulFrames.none();
  private long doubtfulFrames;
  private ReadTally read;

  public Evaluation(EvaluationRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.detector = Detector.read(request.detector());
  }

  /**
   * Measures.
   *
   * @throws InvalidInputException if there is no such detector or log, or no frame to measure on
   */
  public EvaluationReport run() {
    findDoubtful();
    measure("detector", new NetworkJudge(detector, request.threads()), false);
    if (request.floating()) {
      measure(
          "float network",
          new FloatJudge(
              detector.features(),
              new DetectorFolder(request.detector())
                  .readFloat()
                  .orElseThrow(
                      () ->
                          new InvalidInputException(
                              request.detector().toString(),
                              "no float network",
                              "float.model.json there, or no --float"))),
          false);
    }
    measureBaselines();
    List<JudgeResult> results = tallies.stream().map(Tally::result).toList();
    if (results.get(0).windows() == 0) {
      throw new InvalidInputException(
          request.log().file().toString(),
          "no labelled frame in the part to measure on",
          "labels, or --unlabelled benign for a log that is known to be free of attacks, and a part"
              + " with frames in it");
    }
    read.notes().forEach(notes::add);
    noteWhatWasLearnt();
    return new EvaluationReport(
        detector.name(),
        request.log().name(),
        read.synthetic(),
        tallies.get(0).coveredUs() / 1e6,
        doubtfulFrames,
        results,
        notes);
  }

  private void noteWhatWasLearnt() {
    Origin origin = detector.origin();
    if (origin.logs().contains(request.log().name()) && origin.part().overlaps(request.part())) {
      notes.add(
          "the detector learnt from a log of this name, and from the same part of it: on frames that"
              + " it learnt from results are too good; --from or --split, or another log");
    }
  }

  private void findDoubtful() {
    if (!request.doubtful()) {
      return;
    }
    progress.stage("looking for doubtful labels", 0);
    try (LogReader reader = request.log().open()) {
      doubtful = DoubtfulFrames.of(reader);
    }
    try (LogReader reader = request.log().open()) {
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        doubtfulFrames += doubtful.contains(frame) ? 1 : 0;
      }
    }
  }

  private void measureBaselines() {
    IdWhitelist whitelist = new IdWhitelist();
    IntervalBaseline intervals = new IntervalBaseline();
    progress.stage("learning baselines", 0);
    if (request.baselineLogs().isEmpty()) {
      LogPart part = request.part();
      learn(
          request.log(),
          part.isRandom() ? part.complement() : LogPart.time(0, part.fromSeconds()),
          whitelist,
          intervals);
    } else {
      request.baselineLogs().forEach(log -> learn(log, LogPart.ALL, whitelist, intervals));
    }
    if (whitelist.size() == 0) {
      notes.add(
          "no baselines: there is nothing to learn them from; --from SECONDS or --baseline-log");
      return;
    }
    int window = detector.features().window();
    measure("whitelist", new WindowJudge(whitelist, window), true);
    measure("intervals", new WindowJudge(intervals, window), true);
  }

  private static void learn(
      TrafficLog log, LogPart part, IdWhitelist whitelist, IntervalBaseline intervals) {
    try (LogReader reader = log.open()) {
      intervals.begin();
      long first = 0;
      long index = 0;
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        first = index == 0 ? frame.timeUs() : first;
        if (part.contains(index++, frame.timeUs() - first)) {
          whitelist.learn(frame);
          intervals.learn(frame);
        } else {
          intervals.pass(frame);
        }
      }
    }
  }

  private void measure(String name, FrameJudge judge, boolean isBinary) {
    progress.stage("measuring the " + name, 0);
    long[] count = {0};
    try (LogReader reader = request.log().open()) {
      List<Tally> mine = tallies(name, isBinary, reader.suspensions());
      judge.judge(
          reader,
          (frame, verdict, score) -> {
            mine.forEach(tally -> tally.add(frame, verdict, score));
            if (++count[0] % STEP == 0) {
              progress.detail(String.format(Locale.ROOT, "%,d frames", count[0]));
            }
          });
      read = reader.tally();
      tallies.addAll(mine);
    }
  }

  private List<Tally> tallies(String name, boolean isBinary, List<Suspension> suspensions) {
    List<Tally> mine = new ArrayList<>();
    for (LabelUse use : LabelUse.values()) {
      if (use == LabelUse.AS_GIVEN || doubtfulFrames > 0) {
        mine.add(
            new Tally(
                name,
                use,
                new Truth(doubtful, use, detector.features().window()),
                request.part(),
                isBinary,
                detector.classes().size(),
                detector::classOf,
                suspensions));
      }
    }
    return mine;
  }
}
