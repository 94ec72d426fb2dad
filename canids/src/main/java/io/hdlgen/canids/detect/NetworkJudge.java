package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.quantizer.block.BlockModel;
import io.hdlgen.quantizer.block.CodeBlock;
import io.hdlgen.quantizer.block.Verdicts;
import io.hdlgen.quantizer.network.Decision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The integer network of a detector, in software: reading, features and the network at the same
 * time in threads of their own. Verdicts come as soon as the source has no more frames at hand.
 *
 * <p>The score is that of a threshold above it; of several classes it is the greatest score of an
 * attack above the benign one.
 */
public final class NetworkJudge implements FrameJudge {
  private final Detector detector;
  private final BlockModel model;
  private final int threads;
  private final long threshold;

  /**
   * A judge.
   *
   * @param threads that evaluate the network, at least 1
   */
  public NetworkJudge(Detector detector, int threads) {
    this.detector = detector;
    this.model = new BlockModel(detector.network());
    this.threads = threads;
    this.threshold =
        detector.network().decision() instanceof Decision.Threshold decision
            ? decision.threshold()
            : 0;
  }

  @Override
  public void judge(FrameSource frames, VerdictSink sink) {
    judge(frames, sink, () -> {});
  }

  /** As {@link #judge(FrameSource, VerdictSink)}; {@code pause} is called when no frames wait. */
  void judge(FrameSource frames, VerdictSink sink, Runnable pause) {
    FrameExchange exchange = new FrameExchange();
    Thread reader = new Thread(() -> exchange.read(frames), "frames");
    reader.setDaemon(true);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    reader.start();
    try {
      new Run(exchange, sink, executor).run(pause);
    } finally {
      exchange.stop();
      executor.shutdownNow();
    }
  }

  /** Frames, their codes, and room for what the network says of them. */
  private final class Batch {
    private final List<CanFrame> frames = new ArrayList<>();
    private final CodeBlock block = model.block();
    private final Verdicts verdicts = model.verdicts();
    private final BlockModel.Worker worker = model.worker();
    private int unjudged;
    private Future<?> future;

    void clear() {
      frames.clear();
      block.clear();
      unjudged = 0;
    }

    void evaluate() {
      worker.evaluate(block, verdicts);
    }
  }

  /** One source. */
  private final class Run {
    private final FrameExchange exchange;
    private final VerdictSink sink;
    private final ExecutorService executor;
    private final FeatureExtractor extractor = new FeatureExtractor(detector.features());
    private final Deque<Batch> pending = new ArrayDeque<>();
    private final Deque<Batch> spare = new ArrayDeque<>();
    private Batch current;

    Run(FrameExchange exchange, VerdictSink sink, ExecutorService executor) {
      this.exchange = exchange;
      this.sink = sink;
      this.executor = executor;
      for (int i = 0; i < 2 * threads + 2; i++) {
        spare.add(new Batch());
      }
      this.current = spare.remove();
    }

    void run(Runnable pause) {
      List<CanFrame> taken = exchange.take(new ArrayList<>());
      while (!taken.isEmpty()) {
        for (CanFrame frame : taken) {
          add(frame);
        }
        if (!exchange.hasFrames()) {
          flush();
          pause.run();
        }
        taken.clear();
        taken = exchange.take(taken);
      }
    }

    private void add(CanFrame frame) {
      int[] codes = extractor.next(frame);
      current.frames.add(frame);
      if (codes == null) {
        current.unjudged++;
      } else {
        current.block.add(codes);
      }
      if (current.block.isFull()) {
        submit();
      }
    }

    private void submit() {
      current.future = executor.submit(current::evaluate);
      pending.add(current);
      if (spare.isEmpty()) {
        deliver();
      }
      current = spare.remove();
    }

    /** Delivers all that there is. */
    private void flush() {
      if (!current.frames.isEmpty()) {
        submit();
      }
      while (!pending.isEmpty()) {
        deliver();
      }
    }

    private void deliver() {
      Batch batch = pending.remove();
      try {
        batch.future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
      for (int i = 0; i < batch.frames.size(); i++) {
        int row = i - batch.unjudged;
        if (row < 0) {
          sink.judged(batch.frames.get(i), VerdictSink.NONE, 0);
        } else {
          int classIndex = batch.verdicts.classes()[row];
          sink.judged(batch.frames.get(i), classIndex, score(batch.verdicts.scores(), row));
        }
      }
      batch.clear();
      spare.add(batch);
    }
  }

  private double score(long[][] scores, int row) {
    if (scores.length == 1) {
      return (double) scores[0][row] - threshold;
    }
    long attack = scores[1][row];
    for (int k = 2; k < scores.length; k++) {
      attack = Math.max(attack, scores[k][row]);
    }
    return (double) attack - scores[0][row];
  }
}
