package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.net.Mlp;
import io.hdlgen.quantizer.train.net.Weights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Prunes the weights of least magnitude: more and more of them over the middle of the training.
 * Source: Zhu and Gupta, "To Prune, or Not to Prune", 2017.
 */
final class Pruning {
  private static final double BEGIN = 0.15;
  private static final double END = 0.6;

  private final double sparsity;
  private final int fanIn;

  Pruning(TrainingOptions options) {
    sparsity = options.sparsity();
    fanIn = options.fanIn();
  }

  boolean isWanted() {
    return sparsity > 0 || fanIn > 0;
  }

  /** Whether all is pruned after {@code progress}, 0 to 1, of the training. */
  static boolean isDone(double progress) {
    return progress >= END;
  }

  /** Prunes as far as {@code progress}, 0 to 1, of the training asks for. */
  void apply(Mlp network, double progress) {
    double part = Math.max(0, Math.min(1, (progress - BEGIN) / (END - BEGIN)));
    double reached = 1 - (1 - part) * (1 - part) * (1 - part);
    for (Weights weights : network.weights()) {
      prune(weights, reached);
    }
    network.refresh();
  }

  private void prune(Weights weights, double reached) {
    Matrix w = weights.latent();
    int inputs = w.rows();
    float[] values = w.toArray();
    float[] mask = new float[values.length];
    Arrays.fill(mask, 1);
    zero(mask, values, 0, 1, (int) Math.round(sparsity * reached * mask.length));
    if (fanIn > 0 && fanIn < inputs) {
      int dropped = (int) Math.round((inputs - fanIn) * reached);
      for (int n = 0; n < w.columns(); n++) {
        zero(mask, values, n, w.columns(), dropped);
      }
    }
    weights.keep(new Matrix(inputs, w.columns(), mask));
  }

  /** Zeros the mask of the {@code count} least of every {@code stride}-th weight. */
  private static void zero(float[] mask, float[] weights, int first, int stride, int count) {
    Integer[] order =
        IntStream.iterate(first, at -> at < weights.length, at -> at + stride)
            .boxed()
            .toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(at -> Math.abs(weights[at]))
            .thenComparingInt(Integer::intValue));
    for (int i = 0; i < count; i++) {
      mask[order[i]] = 0;
    }
  }
}
