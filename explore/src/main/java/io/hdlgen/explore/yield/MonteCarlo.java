package io.hdlgen.explore.yield;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Random samples. Each has a generator of its own, so that results do not depend on the number of
 * threads.
 *
 * @param samples at least 1
 * @param seed equal seeds give equal results
 * @param threads at least 1
 */
public record MonteCarlo(int samples, long seed, int threads) {
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  public MonteCarlo {
    if (samples < 1 || threads < 1) {
      throw new IllegalArgumentException(samples + " samples, " + threads + " threads");
    }
  }

  /** The result of each sample, in the order of the samples. */
  <T> List<T> run(Function<RandomGenerator, T> sample) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int s = 0; s < samples; s++) {
        long own = seed + STRIDE * s;
        futures.add(executor.submit(() -> sample.apply(new Well19937c(own))));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
