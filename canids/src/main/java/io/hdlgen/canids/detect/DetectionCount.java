package io.hdlgen.canids.detect;

/**
 * What a detector said of a log.
 *
 * @param frames of the log
 * @param verdicts frames of each class, {@code [classes]}
 * @param seconds that it took, reading included
 */
public record DetectionCount(long frames, long[] verdicts, double seconds) {
  /** Frames with a verdict. */
  public long judged() {
    long sum = 0;
    for (long count : verdicts) {
      sum += count;
    }
    return sum;
  }

  public double framesPerSecond() {
    return seconds == 0 ? 0 : frames / seconds;
  }
}
