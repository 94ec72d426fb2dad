package io.hdlgen.explore.approximate;

import io.hdlgen.explore.approximate.Genes.Kind;
import io.hdlgen.quantizer.approximate.SummandMask;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.List;

/**
 * A gene for each bit of each product of a layer, as Afentaki et al. (ICCAD 2023) have them. Bits
 * are those of the products of the network as it is given, so that they keep their weight in the
 * sum whatever else is approximated.
 */
final class SummandGenes {
  private SummandGenes() {}

  /** The width of the widest product, at least 1. */
  static int widest(DenseLayer layer, List<Interval> inputs) {
    int widest = 1;
    for (int n = 0; n < layer.outputs(); n++) {
      for (int i = 0; i < layer.inputs(); i++) {
        widest = Math.max(widest, product(layer, n, i, inputs).width());
      }
    }
    return widest;
  }

  private static Interval product(DenseLayer layer, int neuron, int input, List<Interval> inputs) {
    return inputs.get(input).times(Math.absExact(layer.weights().get(neuron, input)));
  }

  /**
   * Reads the masks of a layer and applies them to what has been made of it.
   *
   * @param layer as it is given
   * @param inputs the ranges of what it takes
   */
  static DenseLayer apply(Genes genes, DenseLayer layer, List<Interval> inputs, DenseLayer edited) {
    long[][] masks = new long[layer.outputs()][layer.inputs()];
    boolean any = false;
    for (int n = 0; n < masks.length; n++) {
      for (int i = 0; i < masks[n].length; i++) {
        masks[n][i] = mask(genes, layer.weights().get(n, i), product(layer, n, i, inputs));
        any |= masks[n][i] != -1;
      }
    }
    return any ? new SummandMask(LongMatrix.of(masks)).apply(edited, List.of()) : edited;
  }

  private static long mask(Genes genes, long weight, Interval product) {
    if (weight == 0) {
      return -1;
    }
    int low = Long.numberOfTrailingZeros(weight);
    int high = product.min() < 0 ? product.width() - 1 : product.width();
    long mask = -1;
    boolean kept = high <= low;
    for (int bit = low; bit < high; bit++) {
      if (genes.flag(Kind.MASK)) {
        mask &= ~(1L << bit);
      } else {
        kept = true;
      }
    }
    return kept ? mask : 0;
  }
}
