package io.hdlgen.quantizer.train.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs loops on several threads. Each iteration is run by one thread as if alone, so results do not
 * depend on the number of threads.
 *
 * <p>To be used by one thread at a time. That thread works, too, and takes whatever nobody else has
 * taken, so a helper that the machine does not run holds up nothing. Between loops that follow each
 * other closely helpers spin, which costs less than waking them.
 */
public final class Workers implements AutoCloseable {
  /** Elementary operations below which a second thread costs more than it saves. */
  private static final long WORTH_SHARING = 10_000;

  /** Parts of a loop that a thread takes one by one: what is unequal evens out. */
  private static final int PARTS_A_THREAD = 4;

  private static final int SPINS = 2_000;
  private static final int YIELDS = 500;

  private final Helper[] helpers;
  private volatile Loop current;
  private volatile boolean closed;

  /**
   * Workers.
   *
   * @param count number of threads, the caller's among them, at least 1
   */
  public Workers(int count) {
    helpers = new Helper[count - 1];
    for (int t = 0; t < helpers.length; t++) {
      helpers[t] = new Helper("training-" + t);
      helpers[t].start();
    }
  }

  /**
   * Runs {@code body} over {@code 0 <= i < size}, and returns when all is done.
   *
   * @param operations of one iteration, roughly
   */
  public void forEach(int size, long operations, Range body) {
    if (helpers.length == 0 || size < 2 || size * operations < WORTH_SHARING) {
      body.run(0, size);
      return;
    }
    int parts = PARTS_A_THREAD * (helpers.length + 1);
    Loop loop = new Loop(size, (size + parts - 1) / parts, body);
    current = loop;
    for (Helper helper : helpers) {
      helper.wake();
    }
    loop.work();
    loop.await();
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    for (Helper helper : helpers) {
      LockSupport.unpark(helper);
    }
  }

  /** One loop; a thread that comes after all is taken finds nothing to do. */
  private static final class Loop {
    private final int size;
    private final int part;
    private final Range body;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Throwable failure;

    Loop(int size, int part, Range body) {
      this.size = size;
      this.part = part;
      this.body = body;
    }

    /** Takes parts until none is left. */
    void work() {
      for (int from = taken.getAndAdd(part); from < size; from = taken.getAndAdd(part)) {
        int to = Math.min(size, from + part);
        try {
          body.run(from, to);
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          done.addAndGet(to - from);
        }
      }
    }

    /** Returns when no part is being worked on any more. */
    void await() {
      for (int spins = 0; done.get() < size; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
      if (failure != null) {
        throw new IllegalStateException("a training thread failed", failure);
      }
    }
  }

  private final class Helper extends Thread {
    private volatile boolean parked;

    Helper(String name) {
      super(name);
      setDaemon(true);
    }

    void wake() {
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      Loop last = null;
      while (!closed) {
        Loop next = next(last);
        if (next != last) {
          next.work();
          last = next;
        }
      }
    }

    /** The loop after {@code last}; {@code last} itself when there will be none. */
    private Loop next(Loop last) {
      for (int spins = 0; current == last && !closed; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else if (spins < SPINS + YIELDS) {
          Thread.yield();
        } else {
          // Read again after the flag is up, or a loop that begins now would be slept through.
          parked = true;
          if (current == last && !closed) {
            LockSupport.park(Workers.this);
          }
          parked = false;
        }
      }
      return current;
    }
  }
}
