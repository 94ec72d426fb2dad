package io.hdlgen.canids.traffic;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.log.LogFormat;
import io.hdlgen.canids.log.LogReader;
import io.hdlgen.canids.log.LogWriter;
import io.hdlgen.flow.progress.Progress;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes logs of synthetic traffic. They say of themselves that they are synthetic. */
public final class Generation {
  private static final double SECOND_US = 1e6;
  private static final int FRAMES_A_STEP = 1 << 14;

  private final GenerateRequest request;
  private final Progress progress;
  private final long[] frames = new long[Label.values().length];
  private final Map<Attack, Integer> bursts = new EnumMap<>(Attack.class);
  private AttackBurst burst;
  private long bits;

  private Generation(GenerateRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Writes the log: whole or not at all.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if something else lies there
   * @throws io.hdlgen.flow.folder.OutputException if it cannot be written
   */
  public static GenerateResult generate(GenerateRequest request, Progress progress) {
    LogWriter.check(request.output());
    return new Generation(request, progress).generate();
  }

  private GenerateResult generate() {
    TrafficSpec spec = request.traffic();
    long seconds = (long) (spec.durationUs() / SECOND_US);
    progress.stage("generating seconds of synthetic traffic", seconds);
    try (TrafficGenerator traffic = new TrafficGenerator(spec);
        LogWriter log = LogWriter.create(request.output(), request.format())) {
      log.comment(title(spec));
      long count = 0;
      for (CanFrame frame = traffic.next(); frame != null; frame = traffic.next()) {
        follow(traffic.burst(), log);
        log.write(frame);
        frames[frame.label().ordinal()]++;
        bits += StuffedLength.bits(frame.id(), frame.length(), frame.data());
        if (++count % FRAMES_A_STEP == 0) {
          progress.step((long) (frame.timeUs() / SECOND_US));
        }
      }
      log.commit();
    }
    return result();
  }

  private static String title(TrafficSpec spec) {
    String attacks = spec.attacks().stream().map(Attack::word).collect(Collectors.joining(","));
    return "%s CAN traffic: generated, not recorded; seed %d, attacks %s"
        .formatted(LogReader.SYNTHETIC, spec.seed(), attacks.isEmpty() ? "none" : attacks);
  }

  /** Counts bursts; tells of each where it begins, in logs that are for us. */
  private void follow(AttackBurst now, LogWriter log) {
    if (now == null || now.equals(burst)) {
      return;
    }
    burst = now;
    bursts.merge(now.attack(), 1, Integer::sum);
    if (request.format() == LogFormat.LABELLED) {
      log.comment(now.toText());
    }
  }

  private GenerateResult result() {
    Map<Label, Long> byLabel = new EnumMap<>(Label.class);
    for (Label label : Label.values()) {
      if (frames[label.ordinal()] > 0) {
        byLabel.put(label, frames[label.ordinal()]);
      }
    }
    TrafficSpec spec = request.traffic();
    double busyNs = (double) bits * TrafficGenerator.BIT_NS;
    return new GenerateResult(
        request.output(),
        spec.seed(),
        spec.durationUs() / SECOND_US,
        byLabel,
        bursts,
        busyNs / 1000 / spec.durationUs());
  }
}
