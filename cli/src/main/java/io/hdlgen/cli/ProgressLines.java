package io.hdlgen.cli;

import io.hdlgen.flow.progress.Progress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** A line every few seconds, for logs; a run that takes less prints none. */
final class ProgressLines implements Progress {
  private static final long NANOS_BETWEEN_LINES = TimeUnit.SECONDS.toNanos(5);

  private final PrintWriter err;
  private String name = "";
  private long total;
  private long nextLine = System.nanoTime() + NANOS_BETWEEN_LINES;

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void stage(String name, long total) {
    this.name = name;
    this.total = total;
    show(0);
  }

  @Override
  public void step(long done) {
    show(done);
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
    nextLine = now + NANOS_BETWEEN_LINES;
    err.println("hdlgen: " + name + (total > 0 ? " " + done + "/" + total : ""));
    err.flush();
  }
}
