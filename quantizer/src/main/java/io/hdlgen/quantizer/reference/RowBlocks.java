package io.hdlgen.quantizer.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Shares the rows of a batch among threads. */
final class RowBlocks {
  private RowBlocks() {}

  /** Work on the rows {@code first .. last - 1}. */
  interface Work {
    void run(int first, int last);
  }

  /**
   * Does the work on blocks of rows that together are {@code 0 .. rows - 1}. Where several blocks
   * fail, the failure of the lowest is thrown, so that the message does not depend on the threads.
   */
  static void forEach(int rows, int block, int threads, Work work) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    if (threads == 1 || rows <= block) {
      for (int first = 0; first < rows; first += block) {
        work.run(first, Math.min(rows, first + block));
      }
      return;
    }
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int first = 0; first < rows; first += block) {
        int from = first;
        int to = Math.min(rows, first + block);
        futures.add(executor.submit(() -> work.run(from, to)));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
