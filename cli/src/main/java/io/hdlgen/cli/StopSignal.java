package io.hdlgen.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Holds once the process was asked to end, as by Ctrl-C, and lets a command write what it has
 * before it does.
 */
final class StopSignal implements BooleanSupplier, AutoCloseable {
  private static final int MOST_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await);
  private volatile boolean asked;

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void await() {
    asked = true;
    try {
      done.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean getAsBoolean() {
    return asked;
  }

  @Override
  public void close() {
    done.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endsAlready) {
        asked = true;
      }
    }
  }
}
