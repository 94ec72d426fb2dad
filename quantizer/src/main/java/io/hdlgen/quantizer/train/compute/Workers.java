package io.hdlgen.quantizer.train.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs loops on several threads. Each iteration is run by one thread as if alone, so results do not
 * depend on the number of threads.
 *
 * <p>To be used by one thread at a time. Between loops that follow each other closely the threads
 * spin, which costs less than waking them.
 */
public final class Workers implements AutoCloseable {
  /** Elementary operations below which a second thread costs more than it saves. */
  private static final long WORTH_SHARING = 30_000;

  private static final int SPINS = 20_000;

  private final Thread[] threads;
  private final AtomicInteger pending = new AtomicInteger();
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;
  private Range body;
  private int size;

  /**
   * Workers.
   *
   * @param count number of threads, the caller's among them, at least 1
   */
  public Workers(int count) {
    threads = new Thread[count - 1];
    for (int t = 0; t < threads.length; t++) {
      int part = t;
      threads[t] = new Thread(() -> serve(part), "training-" + t);
      threads[t].setDaemon(true);
      threads[t].start();
    }
  }

  /**
   * Runs {@code body} over {@code 0 <= i < size}, and returns when all is done.
   *
   * @param operations of one iteration, roughly
   */
  public void forEach(int size, long operations, Range body) {
    if (threads.length == 0 || size < 2 || size * operations < WORTH_SHARING) {
      body.run(0, size);
      return;
    }
    this.body = body;
    this.size = size;
    pending.set(threads.length);
    round++;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    try {
      body.run(start(threads.length), size);
    } finally {
      while (pending.get() > 0) {
        Thread.onSpinWait();
      }
    }
    if (failure != null) {
      throw new IllegalStateException("a training thread failed", failure);
    }
  }

  private int start(int part) {
    return (int) ((long) size * part / (threads.length + 1));
  }

  private void serve(int part) {
    int served = 0;
    while (true) {
      int spins = 0;
      while (round == served && !closed) {
        if (++spins > SPINS) {
          LockSupport.park(this);
        } else {
          Thread.onSpinWait();
        }
      }
      if (closed) {
        return;
      }
      served++;
      try {
        body.run(start(part), start(part + 1));
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        pending.decrementAndGet();
      }
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
