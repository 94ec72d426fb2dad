package io.hdlgen.canids.detect;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs a detector in software. */
public final class Detection {
  private static final long US = 1_000_000;

  private final Detector detector;
  private final NetworkJudge judge;

  /**
   * A run of a detector.
   *
   * @param threads that evaluate the network, at least 1
   */
  public Detection(Detector detector, int threads) {
    this.detector = detector;
    this.judge = new NetworkJudge(detector, threads);
  }

  /**
   * Judges all frames.
   *
   * @param alerts takes a line for each alert: seconds, identifier, class, score
   * @param pause is called whenever no frames are at hand
   */
  public DetectionCount run(FrameSource frames, Consumer<String> alerts, Runnable pause) {
    long start = System.nanoTime();
    long[] verdicts = new long[detector.classes().size()];
    long[] count = {0};
    judge.judge(
        frames,
        (frame, verdict, score) -> {
          count[0]++;
          if (verdict >= 0) {
            verdicts[verdict]++;
          }
          if (verdict > 0) {
            alerts.accept(line(frame, verdict, score));
          }
        },
        pause);
    return new DetectionCount(count[0], verdicts, (System.nanoTime() - start) / 1e9);
  }

  private String line(CanFrame frame, int verdict, double score) {
    String id = String.format(Locale.ROOT, frame.extended() ? "%08X" : "%03X", frame.id());
    return "%d.%06d %s %s %d"
        .formatted(
            Math.floorDiv(frame.timeUs(), US),
            Math.floorMod(frame.timeUs(), US),
            id,
            detector.classes().get(verdict).name(),
            (long) score);
  }
}
