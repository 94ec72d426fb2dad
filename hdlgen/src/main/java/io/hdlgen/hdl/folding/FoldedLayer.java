package io.hdlgen.hdl.folding;

/**
 * Size and folding of one layer. Neuron folds are the outer loop of an inference, synapse folds the
 * inner one; missing neurons and inputs of the last fold have weight 0.
 *
 * @param inputs inputs of each neuron, at least 1
 * @param outputs neurons, at least 1
 * @param folding what works in parallel
 */
public record FoldedLayer(int inputs, int outputs, Folding folding) {
  /** Neurons in parallel. */
  public int pe() {
    return folding.pe();
  }

  /** Inputs in parallel. */
  public int simd() {
    return folding.simd();
  }

  /** Synapse folds: groups of inputs that a group of neurons takes one after the other. */
  public int sf() {
    return Division.ceil(inputs, simd());
  }

  /** Neuron folds: groups of neurons that are computed one after the other. */
  public int nf() {
    return Division.ceil(outputs, pe());
  }

  /** Issue slots, so cycles of work, of an inference. */
  public long slots() {
    return (long) nf() * sf();
  }
}
