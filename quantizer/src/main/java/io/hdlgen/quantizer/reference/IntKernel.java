package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The fast evaluation in {@code int}, for networks whose codes, weights, accumulators and values
 * all fit.
 *
 * <p>Rows go through in blocks, each value of a block in an array of its own: all arrays of an
 * inner loop then have the same index, which is what the JIT compiler needs to use vector
 * instructions. Sums may wrap on the way; the final sum is in range, so it is right.
 */
final class IntKernel implements BatchKernel {
  /** Rows a block: a few kilobytes an input tile, which stay in the nearest cache. */
  static final int BLOCK = 256;

  /** Inputs that are added to all neurons before the next ones are looked at. */
  private static final int TILE = 16;

  private final IntegerNetwork network;
  private final List<Layer> layers;
  private final boolean thermometers;
  private final Decision decision;

  private record Layer(int[][] weights, int[] biases, IntActivation[] activations) {}

  private IntKernel(IntegerNetwork network, List<Layer> layers) {
    this.network = network;
    this.layers = layers;
    this.thermometers = network.hasThermometers();
    this.decision = network.decision();
  }

  /**
   * The kernel of a network, or nothing if some value may not fit in {@code int}, or if some layer
   * is not exact.
   */
  static Optional<IntKernel> of(IntegerNetwork network, NetworkRanges ranges) {
    List<Layer> layers = new ArrayList<>();
    List<Interval> inputs = ranges.inputs();
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      List<Interval> accumulators = ranges.accumulators().get(l);
      List<Interval> values = ranges.values().get(l);
      if (!fit(layer, inputs, accumulators, values)) {
        return Optional.empty();
      }
      layers.add(narrow(layer, accumulators));
      inputs = values;
    }
    return Optional.of(new IntKernel(network, layers));
  }

  private static boolean fit(
      DenseLayer layer, List<Interval> inputs, List<Interval> accumulators, List<Interval> values) {
    boolean fit =
        layer.arithmetic() instanceof Arithmetic.Exact
            && inputs.stream().allMatch(IntKernel::fits)
            && accumulators.stream().allMatch(IntActivation::takes)
            && values.stream().allMatch(IntKernel::fits);
    for (int n = 0; fit && n < layer.outputs(); n++) {
      fit = fits(layer.biases().get(n));
      LongVector row = layer.weights().row(n);
      for (int i = 0; fit && i < row.size(); i++) {
        fit = fits(row.get(i));
      }
    }
    return fit;
  }

  private static boolean fits(long value) {
    return value == (int) value;
  }

  private static boolean fits(Interval interval) {
    return fits(interval.min()) && fits(interval.max());
  }

  private static Layer narrow(DenseLayer layer, List<Interval> accumulators) {
    int[][] weights = new int[layer.outputs()][layer.inputs()];
    int[] biases = new int[layer.outputs()];
    IntActivation[] activations = new IntActivation[layer.outputs()];
    for (int n = 0; n < layer.outputs(); n++) {
      LongVector row = layer.weights().row(n);
      for (int i = 0; i < layer.inputs(); i++) {
        weights[n][i] = (int) row.get(i);
      }
      biases[n] = (int) layer.biases().get(n);
      activations[n] = IntActivation.of(layer.activation(), n, accumulators.get(n));
    }
    return new Layer(weights, biases, activations);
  }

  @Override
  public void operands(long[][] codes, long[][] operands, int first, int last) {
    for (int start = first; start < last; start += BLOCK) {
      block(codes, operands, start, Math.min(BLOCK, last - start));
    }
  }

  private void block(long[][] codes, long[][] operands, int start, int rows) {
    int[][] values = new int[network.inputValues()][rows];
    for (int r = 0; r < rows; r++) {
      long[] row = thermometers ? network.inputValues(codes[start + r]) : codes[start + r];
      for (int i = 0; i < values.length; i++) {
        values[i][r] = (int) row[i];
      }
    }
    for (Layer layer : layers) {
      values = layer(layer, values, rows);
    }
    Decision.OnScores scored = decision instanceof Decision.OnScores on ? on : null;
    for (int r = 0; r < rows; r++) {
      long[] row = new long[values.length];
      for (int k = 0; k < row.length; k++) {
        row[k] = scored == null ? values[k][r] : score(scored, k, values[k][r]);
      }
      operands[start + r] = row;
    }
  }

  private static long score(Decision.OnScores decision, int k, long value) {
    long product = Math.multiplyExact(decision.multipliers().get(k), value);
    return Math.addExact(product, decision.offsets().get(k));
  }

  private static int[][] layer(Layer layer, int[][] inputs, int rows) {
    int neurons = layer.biases.length;
    int[][] sums = new int[neurons][rows];
    for (int n = 0; n < neurons; n++) {
      Arrays.fill(sums[n], layer.biases[n]);
    }
    for (int tile = 0; tile < inputs.length; tile += TILE) {
      int end = Math.min(inputs.length, tile + TILE);
      for (int n = 0; n < neurons; n++) {
        accumulate(sums[n], layer.weights[n], inputs, tile, end);
      }
    }
    for (int n = 0; n < neurons; n++) {
      sums[n] = layer.activations[n].apply(sums[n]);
    }
    return sums;
  }

  private static void accumulate(int[] sums, int[] weights, int[][] inputs, int from, int to) {
    int i = from;
    for (; i + 4 <= to; i += 4) {
      addFour(sums, weights, inputs, i);
    }
    for (; i < to; i++) {
      addOne(sums, weights[i], inputs[i]);
    }
  }

  private static void addFour(int[] sums, int[] weights, int[][] inputs, int i) {
    int wa = weights[i];
    int wb = weights[i + 1];
    int wc = weights[i + 2];
    int wd = weights[i + 3];
    int[] a = inputs[i];
    int[] b = inputs[i + 1];
    int[] c = inputs[i + 2];
    int[] d = inputs[i + 3];
    for (int r = 0; r < sums.length; r++) {
      sums[r] += wa * a[r] + wb * b[r] + wc * c[r] + wd * d[r];
    }
  }

  private static void addOne(int[] sums, int weight, int[] input) {
    for (int r = 0; r < sums.length; r++) {
      sums[r] += weight * input[r];
    }
  }
}
