package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.detect.VerdictSink;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.log.Suspension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Counts what a judge says of the frames of a log, by one use of the labels. */
final class Tally {
  private final String judge;
  private final LabelUse use;
  private final Truth truth;
  private final LogPart part;
  private final boolean isBinary;
  private final ToIntFunction<Label> classOf;
  private final long[][] confusion;
  private final Bursts bursts = new Bursts();
  private final SuspensionTally suspensions;
  private final Map<Label, long[]> attacks = new EnumMap<>(Label.class);
  private final Map<Label, ScoreRanks> scores = new EnumMap<>(Label.class);
  private long index;
  private long firstUs;
  private long lastUs;
  private long coveredUs;
  private long judgedUs;
  private long falseAlarms;

  /**
   * A tally.
   *
   * @param isBinary whether the judge knows no classes of attacks
   * @param classOf the detector's class of a label, -1 for none
   * @param suspensions that the log tells of; may grow, each before the first frame within
   */
  Tally(
      String judge,
      LabelUse use,
      Truth truth,
      LogPart part,
      boolean isBinary,
      int classes,
      ToIntFunction<Label> classOf,
      List<Suspension> suspensions) {
    this.judge = judge;
    this.use = use;
    this.truth = truth;
    this.part = part;
    this.isBinary = isBinary;
    this.classOf = classOf;
    this.suspensions = new SuspensionTally(suspensions);
    int size = isBinary ? 2 : classes;
    this.confusion = new long[size][size];
  }

  void add(CanFrame frame, int verdict, double score) {
    truth.next(frame);
    firstUs = index == 0 ? frame.timeUs() : firstUs;
    boolean isIn = part.contains(index, frame.timeUs() - firstUs);
    if (isIn) {
      long sinceUs = index == 0 ? 0 : Math.max(0, frame.timeUs() - lastUs);
      coveredUs += sinceUs;
      count(frame, verdict, score, sinceUs);
    }
    lastUs = frame.timeUs();
    index++;
  }

  private void count(CanFrame frame, int verdict, double score, long sinceUs) {
    Label window = truth.window();
    boolean isCounted = verdict != VerdictSink.NONE && truth.counts() && window != Label.UNKNOWN;
    boolean alert = isCounted && verdict > 0;
    bursts.add(frame.timeUs(), truth.frame(), window, alert);
    if (!isCounted) {
      return;
    }
    judgedUs += sinceUs;
    suspensions.add(frame.timeUs(), sinceUs, alert && !window.injected());
    if (window.injected()) {
      long[] counts = attacks.computeIfAbsent(window, key -> new long[2]);
      counts[0]++;
      counts[1] += alert ? 1 : 0;
    } else {
      falseAlarms += alert ? 1 : 0;
    }
    scores.computeIfAbsent(window, key -> new ScoreRanks()).add(score, window.injected());
    int actual = classOf.applyAsInt(window);
    if (actual >= 0) {
      confusion[isBinary ? Math.min(1, actual) : actual][
          isBinary ? Math.min(1, verdict) : verdict]++;
    }
  }

  JudgeResult result() {
    long benign = 0;
    for (long count : confusion[0]) {
      benign += count;
    }
    long windows = 0;
    long right = 0;
    double recalls = 0;
    int classes = 0;
    for (int k = 0; k < confusion.length; k++) {
      long total = 0;
      for (long count : confusion[k]) {
        total += count;
      }
      windows += total;
      right += confusion[k][k];
      recalls += total > 0 ? (double) confusion[k][k] / total : 0;
      classes += total > 0 ? 1 : 0;
    }
    long injected = 0;
    long detected = 0;
    ScoreRanks negative = scores.getOrDefault(Label.BENIGN, new ScoreRanks());
    ScoreRanks all = negative;
    List<AttackResult> results = new ArrayList<>();
    for (Map.Entry<Label, long[]> entry : attacks.entrySet()) {
      Label label = entry.getKey();
      long[] counts = entry.getValue();
      ScoreRanks ranks = negative.with(scores.get(label));
      boolean learnt = classOf.applyAsInt(label) >= 0;
      if (learnt) {
        injected += counts[0];
        detected += counts[1];
        all = all.with(scores.get(label));
      }
      results.add(attack(label, learnt, counts, ranks.area()));
    }
    return new JudgeResult(
        judge,
        use,
        windows,
        benign,
        Rates.ratio(right, windows),
        classes == 0 ? 0 : recalls / classes,
        new Rates(injected, detected, falseAlarms),
        all.area(),
        SuspensionTally.perHour(falseAlarms, judgedUs),
        results,
        suspensions.result());
  }

  /** Microseconds of traffic in the part. */
  long coveredUs() {
    return coveredUs;
  }

  private AttackResult attack(Label label, boolean learnt, long[] counts, double auc) {
    List<Bursts.Burst> found = bursts.of(label);
    double[] millis =
        found.stream().filter(Bursts.Burst::detected).mapToDouble(b -> b.us() / 1e3).toArray();
    double[] frames =
        found.stream().filter(Bursts.Burst::detected).mapToDouble(Bursts.Burst::frames).toArray();
    return new AttackResult(
        label.word(),
        learnt,
        new Rates(counts[0], counts[1], falseAlarms),
        auc,
        found.size(),
        millis.length,
        Medians.median(millis),
        Medians.most(millis),
        Medians.median(frames),
        Medians.most(frames));
  }
}
