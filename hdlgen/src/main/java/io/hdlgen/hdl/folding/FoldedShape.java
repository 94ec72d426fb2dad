package io.hdlgen.hdl.folding;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * The foldings of all layers, and the words that pass between them. Each layer has an input queue
 * whose words are as wide as what the layer before gives or the layer itself takes, whichever is
 * more.
 *
 * @param layers from input to output; each takes as many inputs as the one before has neurons
 */
public record FoldedShape(List<FoldedLayer> layers) {
  /**
   * @throws InvalidInputException if a folding is out of range, or if PE of a layer and SIMD of the
   *     next do not divide one another
   */
  public FoldedShape {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a folded shape needs a layer");
    }
    for (int l = 0; l < layers.size(); l++) {
      FoldedLayer layer = layers.get(l);
      requireWithin(l, "PE", layer.pe(), layer.outputs(), "neurons");
      requireWithin(l, "SIMD", layer.simd(), layer.inputs(), "inputs");
      if (l > 0) {
        if (layers.get(l - 1).outputs() != layer.inputs()) {
          throw new IllegalArgumentException("layer " + l + " does not fit the one before");
        }
        requireWholeWords(l, layers.get(l - 1).pe(), layer.simd(), layer.inputs());
      }
    }
  }

  /** The shape of a network of these sizes. */
  public static FoldedShape of(List<Integer> sizes, List<Folding> foldings) {
    if (sizes.size() != foldings.size() + 1) {
      throw new InvalidInputException(
          "folding",
          foldings.size() + " pairs of PE and SIMD",
          (sizes.size() - 1) + ", one for each layer of the network");
    }
    FoldedLayer[] layers = new FoldedLayer[foldings.size()];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = new FoldedLayer(sizes.get(l), sizes.get(l + 1), foldings.get(l));
    }
    return new FoldedShape(List.of(layers));
  }

  /** Elements in a word of the input queue of layer {@code l}. */
  public int wordElements(int l) {
    int simd = layers.get(l).simd();
    return l == 0 ? simd : Math.max(layers.get(l - 1).pe(), simd);
  }

  /** Groups of SIMD inputs that layer {@code l} reads from one word. */
  public int readsPerWord(int l) {
    return wordElements(l) / layers.get(l).simd();
  }

  /** Neuron folds of the layer before that fill one word of layer {@code l}; 1 for layer 0. */
  public int foldsPerWord(int l) {
    return l == 0 ? 1 : wordElements(l) / layers.get(l - 1).pe();
  }

  /** Words that an inference takes in the input queue of layer {@code l}. */
  public int words(int l) {
    return Division.ceil(layers.get(l).inputs(), wordElements(l));
  }

  /**
   * The least depth with which the input queue of layer {@code l} works at all: a layer of several
   * neuron folds reads its vector again in each, so all words stay until the last fold.
   */
  public int leastDepth(int l) {
    return layers.get(l).nf() > 1 ? words(l) : 1;
  }

  /** Cycles between inferences if no layer ever waits: the longest work of a layer. */
  public long busiestSlots() {
    return layers.stream().mapToLong(FoldedLayer::slots).max().orElseThrow();
  }

  /** Depths with which every queue holds so many whole inferences. */
  QueueDepths inferencesDeep(int inferences) {
    List<Integer> depths = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      depths.add(inferences * words(l));
    }
    return new QueueDepths(depths, inferences);
  }

  private static void requireWithin(int layer, String name, int found, int most, String what) {
    if (found < 1 || found > most) {
      throw new InvalidInputException(
          "folding of layer " + layer,
          name + " " + found,
          "1 to "
              + most
              + " (the layer has "
              + most
              + " "
              + what
              + "); the nearest is "
              + (found < 1 ? 1 : most));
    }
  }

  private static void requireWholeWords(int layer, int pe, int simd, int most) {
    if (!divide(pe, simd)) {
      throw new InvalidInputException(
          "folding of layer " + layer,
          "SIMD " + simd + " after PE " + pe + " of layer " + (layer - 1),
          "one to be a multiple of the other; nearest are SIMD "
              + nearest(simd, pe, most)
              + " or PE "
              + nearest(pe, simd, most));
    }
  }

  /** Whether words of both sizes fit into one another without remainder. */
  static boolean divide(int pe, int simd) {
    return Math.max(pe, simd) % Math.min(pe, simd) == 0;
  }

  /** The value next to {@code wanted} that goes with {@code other}; the smaller of two. */
  private static int nearest(int wanted, int other, int most) {
    for (int away = 1; ; away++) {
      if (wanted - away >= 1 && divide(wanted - away, other)) {
        return wanted - away;
      }
      if (wanted + away <= most && divide(wanted + away, other)) {
        return wanted + away;
      }
    }
  }
}
