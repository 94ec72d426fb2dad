package io.hdlgen.cli;

import io.hdlgen.flow.progress.Progress;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal, wiped when its stage ends. */
final class ProgressDisplay implements Progress {
  private static final int COLUMNS = 78;
  private static final int MILLIS_BETWEEN_UPDATES = 100;

  private final PrintWriter err;
  private ProgressBar bar;

  ProgressDisplay(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void stage(String name, long total) {
    close();
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(total > 0 ? total : -1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
            .setConsumer(new Line(err))
            .build();
  }

  @Override
  public void step(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void detail(String text) {
    if (bar != null) {
      bar.setExtraMessage(text);
    }
  }

  @Override
  public void note(String sentence) {
    close();
    err.println("hdlgen: " + sentence);
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** One line of the terminal, written over again and again. */
  private record Line(PrintWriter err) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return COLUMNS;
    }

    @Override
    public void accept(String text) {
      err.print("\r" + text);
      err.flush();
    }

    @Override
    public void clear() {
      err.print("\r" + " ".repeat(COLUMNS) + "\r");
      err.flush();
    }

    @Override
    public void close() {
      clear();
    }
  }
}
