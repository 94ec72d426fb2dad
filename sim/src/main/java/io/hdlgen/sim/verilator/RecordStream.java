package io.hdlgen.sim.verilator;

import io.hdlgen.sim.tool.ChildProcess;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records to a process and back, both ways at once. The notes of a batch are handed to the reading
 * thread before its records are written, and the process answers all it has before it waits for
 * more: so neither side can wait for the other for ever.
 */
final class RecordStream {
  private static final int BATCH_BYTES = 1 << 16;
  private static final int BATCHES_UNDER_WAY = 8;

  private final int inputSize;
  private final int outputSize;
  private final int noteSize;
  private final Duration stallLimit;
  private final int batch;
  private final BlockingQueue<Batch> underWay = new ArrayBlockingQueue<>(BATCHES_UNDER_WAY);
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean stopped;
  private volatile boolean timedOut;
  private volatile Throwable failure;

  /** Notes of some cycles; none at the end of the stream. */
  private record Batch(byte[] notes, int cycles) {}

  RecordStream(int inputSize, int outputSize, int noteSize, Duration stallLimit) {
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    this.noteSize = noteSize;
    this.stallLimit = stallLimit;
    int widest = Math.max(inputSize, Math.max(outputSize, noteSize));
    this.batch = Math.max(1, BATCH_BYTES / widest);
  }

  long run(ProcessBuilder builder, VerilatorModel.Source source, VerilatorModel.Sink sink) {
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try (ChildProcess child = ChildProcess.start(builder)) {
      Thread reader = daemon("results", () -> read(child, sink));
      Thread watch = daemon("watch", () -> watch(child));
      try {
        write(child.process().getOutputStream(), source);
        reader.join();
        int code = stopped ? 0 : child.process().waitFor();
        if (code != 0 && failure == null) {
          failure = new IOException("exit code " + code);
        }
      } catch (IOException e) {
        reader.join();
        if (failure == null && !stopped) {
          failure = e;
        }
      } finally {
        watch.interrupt();
        child.kill();
      }
      report();
      return taken.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolException(Reason.INTERRUPTED, "the simulation was interrupted", e);
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void write(OutputStream to, VerilatorModel.Source source)
      throws IOException, InterruptedException {
    byte[] inputs = new byte[batch * inputSize];
    try (to) {
      boolean more = true;
      while (more && !stopped && failure == null) {
        byte[] notes = new byte[batch * noteSize];
        int cycles = 0;
        while (cycles < batch
            && source.next(inputs, cycles * inputSize, notes, cycles * noteSize)) {
          cycles++;
        }
        more = cycles == batch;
        hand(new Batch(notes, cycles));
        to.write(inputs, 0, cycles * inputSize);
        to.flush();
      }
    } finally {
      hand(new Batch(new byte[0], 0));
    }
  }

  private void hand(Batch notes) throws InterruptedException {
    while (!stopped && failure == null && !underWay.offer(notes, 100, TimeUnit.MILLISECONDS)) {
      // The reader is behind, or has ended: look again.
    }
  }

  private void read(ChildProcess child, VerilatorModel.Sink sink) {
    try (InputStream from = child.process().getInputStream()) {
      byte[] outputs = new byte[batch * outputSize];
      for (Batch next = underWay.take(); next.cycles > 0; next = underWay.take()) {
        int size = next.cycles * outputSize;
        int got = from.readNBytes(outputs, 0, size);
        for (int i = 0; i < got / outputSize && !stopped; i++) {
          boolean more =
              sink.accept(taken.get(), next.notes, i * noteSize, outputs, i * outputSize);
          taken.incrementAndGet();
          if (!more) {
            stopped = true;
            child.kill();
          }
        }
        if (stopped) {
          return;
        }
        if (got < size) {
          throw new IOException("it ended after " + taken.get() + " cycles");
        }
      }
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      failure = e;
      child.kill();
    }
  }

  private void watch(ChildProcess child) {
    try {
      long last = -1;
      while (last != taken.get()) {
        last = taken.get();
        TimeUnit.MILLISECONDS.sleep(stallLimit.toMillis());
      }
      timedOut = true;
      child.kill();
    } catch (InterruptedException e) {
      // The run is over.
    }
  }

  private void report() {
    if (timedOut) {
      throw new ToolException(
          Reason.TIMED_OUT,
          "the Verilator simulation gave no answer for " + stallLimit.toSeconds() + " s");
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure != null) {
      throw new ToolException(
          Reason.CRASHED, "the Verilator simulation crashed: " + failure.getMessage(), failure);
    }
  }
}
