package io.hdlgen.canids.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/** Hands blocks of bytes to a thread that compresses and writes them meanwhile. */
final class BackgroundOutput {
  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BLOCKS = 4;

  /** A block; the last one is empty. */
  private record Block(byte[] bytes, int length) {}

  private final OutputStream out;
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread thread;
  private volatile IOException failure;

  BackgroundOutput(OutputStream out) {
    this.out = out;
    for (int i = 0; i < BLOCKS; i++) {
      free.add(new byte[BLOCK_BYTES]);
    }
    thread = new Thread(this::run, "can-log-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** An empty block, as soon as there is one. */
  byte[] take() {
    try {
      return free.take();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Writes the first bytes of a block, which is not the caller's any more. */
  void write(byte[] block, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (length > 0) {
      put(new Block(block, length));
    }
  }

  /** Waits until all is written. */
  void finish() throws IOException {
    stop();
    if (failure != null) {
      throw failure;
    }
  }

  /** Ends the thread, after what it has. */
  void stop() {
    if (thread.isAlive()) {
      put(new Block(new byte[0], 0));
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  private void put(Block block) {
    try {
      full.put(block);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted");
  }

  /** Takes blocks also after a failure, so that nobody waits in vain. */
  private void run() {
    try {
      for (Block block = full.take(); block.length() > 0; block = full.take()) {
        if (failure == null) {
          write(block);
        }
        free.put(block.bytes());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Block block) {
    try {
      out.write(block.bytes(), 0, block.length());
    } catch (IOException e) {
      failure = e;
    }
  }
}
