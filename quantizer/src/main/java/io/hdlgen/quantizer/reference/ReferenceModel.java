package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Computes what an integer network means, exactly: the definition that hardware and simulation are
 * compared with.
 *
 * <p>Semantics: {@code docs/semantics.md}. Immutable, for use by any number of threads.
 *
 * <p>{@link #infer} is the plain definition. {@link #scores} and {@link #classify} give the same
 * results for many rows, in {@code int} where range analysis shows that everything fits.
 */
public final class ReferenceModel {
  private static final long[] NO_SCORES = {};

  private final IntegerNetwork network;
  private final LongKernel plain;
  private final BatchKernel batch;

  public ReferenceModel(IntegerNetwork network) {
    this.network = network;
    Optional<NetworkRanges> ranges = ranges(network);
    this.plain = new LongKernel(network, ranges.isEmpty());
    this.batch =
        ranges.flatMap(r -> IntKernel.of(network, r)).map(BatchKernel.class::cast).orElse(plain);
  }

  private static Optional<NetworkRanges> ranges(IntegerNetwork network) {
    try {
      return Optional.of(NetworkRanges.of(network));
    } catch (ArithmeticException beyondLong) {
      return Optional.empty();
    }
  }

  public IntegerNetwork network() {
    return network;
  }

  /**
   * What many rows give.
   *
   * @param scores {@code [rows][scores]}
   * @param classes {@code [rows]}; {@link Inference#NO_CLASS} if the decision gives scores alone
   */
  public record Results(long[][] scores, int[] classes) {}

  /** Whether the batch methods compute in {@code int}. */
  boolean computesInInt() {
    return batch instanceof IntKernel;
  }

  /**
   * Everything that the network computes from one row of codes.
   *
   * @param codes {@code [features]}
   * @throws IllegalArgumentException if the number of codes is wrong, or a code is out of its
   *     feature's range
   * @throws ArithmeticException if a sum leaves the range of {@code long}
   */
  public Inference infer(long[] codes) {
    check(codes, -1);
    List<LongVector> accumulators = new ArrayList<>();
    List<LongVector> values = new ArrayList<>();
    long[] current = network.inputValues(codes);
    for (int l = 0; l < network.layers().size(); l++) {
      long[] sums = plain.accumulate(l, current);
      current = plain.activate(l, sums);
      accumulators.add(LongVector.of(sums));
      values.add(LongVector.of(current));
    }
    long[] operands = plain.operands(current);
    return new Inference(
        accumulators,
        values,
        LongVector.of(scores(operands)),
        network.decision().accept(new ClassDecision(operands)));
  }

  /** The scores among what the decision is made on. */
  private long[] scores(long[] operands) {
    return network.decision() instanceof Decision.OnBits ? NO_SCORES : operands;
  }

  /**
   * The scores of each row, {@code [rows][scores]}; the same as those of {@link #infer}.
   *
   * @param codes {@code [rows][features]}
   * @param threads at least 1
   * @throws IllegalArgumentException as {@link #infer}, naming the row
   * @throws ArithmeticException as {@link #infer}
   */
  public long[][] scores(long[][] codes, int threads) {
    return results(codes, threads).scores();
  }

  /** As {@link #scores}, with the class of each row. */
  public Results results(long[][] codes, int threads) {
    long[][] operands = operands(codes, threads);
    int[] classes = new int[codes.length];
    long[][] scores = new long[codes.length][];
    for (int r = 0; r < classes.length; r++) {
      classes[r] = network.decision().accept(new ClassDecision(operands[r]));
      scores[r] = scores(operands[r]);
    }
    return new Results(scores, classes);
  }

  private long[][] operands(long[][] codes, int threads) {
    long[][] operands = new long[codes.length][];
    RowBlocks.forEach(
        codes.length,
        IntKernel.BLOCK,
        threads,
        (first, last) -> {
          for (int r = first; r < last; r++) {
            check(codes[r], r);
          }
          batch.operands(codes, operands, first, last);
        });
    return operands;
  }

  /**
   * The class of each row, {@code [rows]}; {@link Inference#NO_CLASS} if the decision gives scores
   * alone. Parameters and errors are those of {@link #scores}.
   */
  public int[] classify(long[][] codes, int threads) {
    return results(codes, threads).classes();
  }

  /**
   * The class that a decision makes of the scores: the lowest index on a tie; {@link
   * Inference#NO_CLASS} if it gives scores alone.
   */
  public static int decide(Decision.OnScores decision, LongVector scores) {
    if (scores.size() != decision.multipliers().size()) {
      throw new IllegalArgumentException(
          scores.size() + " scores for a decision on " + decision.multipliers().size());
    }
    return decision.accept(new ClassDecision(scores.toArray()));
  }

  private void check(long[] codes, int row) {
    List<InputFeature> features = network.inputs();
    if (codes.length != features.size()) {
      throw new IllegalArgumentException(
          "%s%d codes for %d features".formatted(prefix(row), codes.length, features.size()));
    }
    for (int i = 0; i < codes.length; i++) {
      InputFeature feature = features.get(i);
      if (!feature.accepts(codes[i])) {
        throw new IllegalArgumentException(
            "%sfeature %s: code %d is not one of its %s codes %s"
                .formatted(
                    prefix(row),
                    feature.name(),
                    codes[i],
                    feature.encoding().name().toLowerCase(Locale.ROOT),
                    feature.range()));
      }
    }
  }

  private static String prefix(int row) {
    return row < 0 ? "" : "row " + row + ": ";
  }
}
