package io.hdlgen.cli;

import io.hdlgen.flow.progress.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A line every few seconds, for logs; a run that takes less prints none. */
final class ProgressLines implements Progress {
  private static final long SECONDS_BETWEEN_LINES = 5;

  private final PrintWriter err;
  private String name = "";
  private String detail = "";
  private long total;
  private long firstDone;
  private long firstNanos;
  private final long nanosBetweenLines;
  private long nextLine;

  ProgressLines(PrintWriter err) {
    this(err, SECONDS_BETWEEN_LINES);
  }

  ProgressLines(PrintWriter err, long secondsBetweenLines) {
    this.err = err;
    nanosBetweenLines = TimeUnit.SECONDS.toNanos(secondsBetweenLines);
    nextLine = System.nanoTime() + nanosBetweenLines;
  }

  @Override
  public void stage(String name, long total) {
    this.name = name;
    this.total = total;
    detail = "";
    firstDone = 0;
    show(0);
  }

  @Override
  public void step(long done) {
    if (firstDone == 0) {
      // Not the beginning of the stage: what is resumed begins in its middle.
      firstDone = done;
      firstNanos = System.nanoTime();
    }
    show(done);
  }

  @Override
  public void detail(String text) {
    detail = text;
  }

  @Override
  public void note(String sentence) {
    err.println("hdlgen: " + sentence);
    err.flush();
  }

  @Override
  public void close() {
    name = "";
  }

  private void show(long done) {
    long now = System.nanoTime();
    if (now - nextLine < 0) {
      return;
    }
    nextLine = now + nanosBetweenLines;
    err.println("hdlgen: " + name + (total > 0 ? " " + done + "/" + total : "") + rest(done, now));
    err.flush();
  }

  /** What is known besides: the detail, and how long it will take if it goes on like this. */
  private String rest(long done, long now) {
    String time = "";
    if (total > 0 && done > firstDone) {
      double seconds = (now - firstNanos) / 1e9 / (done - firstDone) * (total - done);
      time = String.format(Locale.ROOT, ", about %.0f s left", seconds);
    }
    return (detail.isEmpty() ? "" : ", " + detail) + time;
  }
}
