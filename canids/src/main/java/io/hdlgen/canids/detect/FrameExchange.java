package io.hdlgen.canids.detect;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands frames from the thread that reads them to the one that judges them: as many as have come
 * since it last asked, so that a quiet bus is judged at once and a busy one in bulk.
 */
final class FrameExchange {
  /** Frames that may wait. */
  private static final int MOST = 8192;

  private List<CanFrame> waiting = new ArrayList<>(MOST);
  private boolean isOver;
  private boolean isTaken;
  private Throwable failure;

  /** Reads a source to its end, or until {@link #stop}. */
  void read(FrameSource source) {
    try {
      for (CanFrame frame = source.next(); frame != null; frame = source.next()) {
        if (!put(frame)) {
          return;
        }
      }
      end(null);
    } catch (RuntimeException | Error e) {
      // Whoever waits for frames has to hear of it, whatever it is.
      end(e);
    }
  }

  private synchronized boolean put(CanFrame frame) {
    while (waiting.size() == MOST && !isOver) {
      await();
    }
    waiting.add(frame);
    if (isTaken) {
      isTaken = false;
      notifyAll();
    }
    return !isOver;
  }

  private synchronized void end(Throwable reason) {
    failure = reason;
    isOver = true;
    notifyAll();
  }

  /** No more frames are wanted. */
  synchronized void stop() {
    isOver = true;
    notifyAll();
  }

  /** Whether frames wait. */
  synchronized boolean hasFrames() {
    return !waiting.isEmpty();
  }

  /**
   * The frames that wait, at least one; none at the end.
   *
   * @param spare an empty list, for frames to come
   * @throws RuntimeException or an error, that reading ended with, after all frames before it
   */
  synchronized List<CanFrame> take(List<CanFrame> spare) {
    while (waiting.isEmpty() && !isOver) {
      isTaken = true;
      await();
    }
    if (waiting.isEmpty() && failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (waiting.isEmpty() && failure instanceof Error error) {
      throw error;
    }
    List<CanFrame> taken = waiting;
    waiting = spare;
    notifyAll();
    return taken;
  }

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
