package io.hdlgen.quantizer.block;

import java.util.Arrays;
import java.util.List;

/**
 * A layer over blocks of rows. All arrays of an inner loop have the same index and the element type
 * {@code short}, which is what the JIT compiler needs to use vector instructions.
 */
final class ShortLayer {
  private final List<ShortNeuron> neurons;

  ShortLayer(List<ShortNeuron> neurons) {
    this.neurons = List.copyOf(neurons);
  }

  int outputs() {
    return neurons.size();
  }

  /**
   * Fills {@code [outputs][rows]} from {@code [inputs][rows]}.
   *
   * @param scratch for one neuron's rows
   */
  void apply(short[][] inputs, short[][] outputs, short[] scratch, int rows) {
    for (int n = 0; n < outputs.length; n++) {
      ShortNeuron neuron = neurons.get(n);
      if (neuron.activation().isMoving()) {
        short[] sums = outputs[n];
        Arrays.fill(sums, 0, rows, neuron.start());
        accumulate(neuron, inputs, sums, rows);
        neuron.activation().apply(sums, scratch, rows);
      }
    }
  }

  private static void accumulate(ShortNeuron neuron, short[][] inputs, short[] sums, int rows) {
    int[] from = neuron.inputs();
    short[] weights = neuron.weights();
    for (int i = 0; i < from.length; i += ShortNeuron.GROUP) {
      add(
          sums,
          inputs[from[i]],
          inputs[from[i + 1]],
          inputs[from[i + 2]],
          inputs[from[i + 3]],
          weights[i],
          weights[i + 1],
          weights[i + 2],
          weights[i + 3],
          rows);
    }
  }

  /** A group of four: with more the compiler makes no vectors of it. */
  private static void add(
      short[] sums,
      short[] a,
      short[] b,
      short[] c,
      short[] d,
      short wa,
      short wb,
      short wc,
      short wd,
      int rows) {
    for (int r = 0; r < rows; r++) {
      sums[r] = (short) (sums[r] + wa * a[r] + wb * b[r] + wc * c[r] + wd * d[r]);
    }
  }
}
