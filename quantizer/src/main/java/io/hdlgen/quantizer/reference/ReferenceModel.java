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
    long[] current = codes;
    for (int l = 0; l < network.layers().size(); l++) {
      long[] sums = plain.accumulate(l, current);
      current = plain.activate(l, sums);
      accumulators.add(LongVector.of(sums));
      values.add(LongVector.of(current));
    }
    LongVector scores = LongVector.of(plain.score(current));
    return new Inference(accumulators, values, scores, decide(network.decision(), scores));
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
    long[][] scores = new long[codes.length][];
    RowBlocks.forEach(
        codes.length,
        IntKernel.BLOCK,
        threads,
        (first, last) -> {
          for (int r = first; r < last; r++) {
            check(codes[r], r);
          }
          batch.scores(codes, scores, first, last);
        });
    return scores;
  }

  /**
   * The class of each row, {@code [rows]}; {@link Inference#NO_CLASS} if the decision gives scores
   * alone. Parameters and errors are those of {@link #scores}.
   */
  public int[] classify(long[][] codes, int threads) {
    long[][] scores = scores(codes, threads);
    int[] classes = new int[codes.length];
    for (int r = 0; r < classes.length; r++) {
      classes[r] = network.decision().accept(new ClassDecision(scores[r]));
    }
    return classes;
  }

  /**
   * The class that a decision makes of the scores: the lowest index on a tie; {@link
   * Inference#NO_CLASS} if it gives scores alone.
   */
  public static int decide(Decision decision, LongVector scores) {
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
