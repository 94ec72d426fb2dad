package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.detect.FrameJudge;
import io.hdlgen.canids.detect.VerdictSink;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;

/**
 * A judge of single frames on windows: an alert on any frame of a window is one on the window, with
 * the greatest score. So a baseline is measured on what a detector of windows is.
 */
record WindowJudge(FrameJudge frames, int window) implements FrameJudge {
  @Override
  public void judge(FrameSource source, VerdictSink sink) {
    frames.judge(source, new Window(sink));
  }

  private final class Window implements VerdictSink {
    private final VerdictSink sink;
    private final int[] verdicts = new int[window];
    private final double[] scores = new double[window];
    private long count;

    Window(VerdictSink sink) {
      this.sink = sink;
    }

    @Override
    public void judged(CanFrame frame, int verdict, double score) {
      int place = (int) (count++ % window);
      verdicts[place] = verdict;
      scores[place] = score;
      if (count < window) {
        sink.judged(frame, NONE, 0);
        return;
      }
      int most = 0;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < window; i++) {
        most = Math.max(most, verdicts[i]);
        greatest = Math.max(greatest, scores[i]);
      }
      sink.judged(frame, most, greatest);
    }
  }
}
