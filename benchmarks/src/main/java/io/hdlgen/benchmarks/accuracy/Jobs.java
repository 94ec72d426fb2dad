package io.hdlgen.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs calls side by side, and says on stderr how many are done. */
final class Jobs {
  private Jobs() {}

  /** The results, in the order of the calls. */
  static <T> List<T> run(List<Callable<T>> calls, int threads) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      calls.forEach(call -> futures.add(pool.submit(call)));
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
        System.err.printf("\r%d of %d ", results.size(), futures.size());
      }
      System.err.println();
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
