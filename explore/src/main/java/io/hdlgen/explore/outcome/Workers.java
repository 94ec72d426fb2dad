package io.hdlgen.explore.outcome;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work. */
public final class Workers {
  private Workers() {}

  /** The result; what the work has thrown is thrown here. */
  public static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
