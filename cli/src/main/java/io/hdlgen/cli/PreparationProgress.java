package io.hdlgen.cli;

import io.hdlgen.flow.progress.Progress;

/** Shows stages without steps, up to the first one that has some: that prints for itself. */
final class PreparationProgress implements Progress {
  private final Progress shown;

  PreparationProgress(Progress shown) {
    this.shown = shown;
  }

  @Override
  public void stage(String name, long total) {
    if (total == 0) {
      shown.stage(name, total);
    } else {
      shown.close();
    }
  }

  @Override
  public void step(long done) {}

  @Override
  public void detail(String text) {
    shown.detail(text);
  }

  @Override
  public void note(String sentence) {
    shown.note(sentence);
  }

  @Override
  public void close() {
    shown.close();
  }
}
