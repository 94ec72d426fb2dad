package io.hdlgen.quantizer.block;

import io.hdlgen.quantizer.network.LongVector;
import java.util.List;

/**
 * A neuron without the inputs that do not matter to it.
 *
 * @param start the sum without inputs; of all sums the lowest 16 bits are kept, which are the whole
 *     of the final one
 * @param inputs indices, a multiple of {@link #GROUP} of them
 * @param weights one an input; those that fill up the last group are 0
 */
record ShortNeuron(short start, int[] inputs, short[] weights, ShortActivation activation) {
  /** Inputs that are added in one go. */
  static final int GROUP = 4;

  static ShortNeuron of(
      short start, List<Integer> inputs, LongVector row, ShortActivation activation) {
    int length = activation.isMoving() ? (inputs.size() + GROUP - 1) / GROUP * GROUP : 0;
    int[] indices = new int[length];
    short[] weights = new short[length];
    for (int i = 0; i < Math.min(length, inputs.size()); i++) {
      indices[i] = inputs.get(i);
      weights[i] = (short) row.get(inputs.get(i));
    }
    return new ShortNeuron(start, indices, weights, activation);
  }
}
