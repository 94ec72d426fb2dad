package io.hdlgen.hdl.folding;

import java.util.List;

/**
 * LUTs from the widths of the numbers, for FPGAs with six-input LUTs. The shares follow the count
 * of operations in FINN-R (Blott et al., "FINN-R: An End-to-End Deep-Learning Framework for Fast
 * Exploration of Quantized Neural Networks", ACM TRETS 11(3), 2018, section 5): products grow with
 * the product of the widths, everything else is a small addition. Constants fit layers of one and
 * two bits in Yosys (synth_xilinx).
 *
 * @param formats widths of each layer
 */
public record LutEstimate(List<LayerFormat> formats) implements LayerCost {
  /** Counters and handshake of a layer. */
  private static final long CONTROL = 110;

  /** An exclusive nor with its share of the adders that count ones. */
  private static final double BINARY_TERM = 1.6;

  /** A bit of a product with its share of the adders that sum up. */
  private static final double PRODUCT_BIT = 2.2;

  /** Words of a memory that one LUT holds a bit of. */
  private static final int ROM_WORDS = 64;

  private static final int RAM_WORDS = 32;

  /** Memories of more bits than these, and more words than one LUT has, go into block RAM. */
  private static final long MOST_BITS = 10_000;

  public LutEstimate {
    formats = List.copyOf(formats);
  }

  @Override
  public long layerLuts(int layer, FoldedLayer folded) {
    LayerFormat format = formats.get(layer);
    int product = format.weightBits() * format.inputBits();
    double term = product == 1 ? BINARY_TERM : PRODUCT_BIT * product;
    if (format.multiplied()) {
      // The product is a DSP block's.
      term = format.weightBits() + format.inputBits();
    }
    double neuron = folded.simd() * term;
    if (folded.sf() > 1) {
      neuron += format.accumulatorBits();
    }
    neuron += format.comparators() * format.accumulatorBits() / 2.0;
    long pe = folded.pe();
    long weights = memory(pe * folded.simd() * format.weightBits(), folded.slots(), ROM_WORDS);
    long thresholds =
        memory(pe * format.thresholds() * format.accumulatorBits(), folded.nf(), ROM_WORDS);
    return CONTROL + (long) Math.ceil(pe * neuron) + weights + thresholds;
  }

  @Override
  public long queueLuts(int layer, int inputs, int wordElements) {
    long width = (long) wordElements * formats.get(layer).inputBits();
    return memory(width, Division.ceil(inputs, wordElements) + 1L, RAM_WORDS);
  }

  /** A memory of {@code words} words; one of a single word is constant. */
  private static long memory(long width, long words, int wordsPerLut) {
    boolean blockRam = words > wordsPerLut && width * words > MOST_BITS;
    return words == 1 || blockRam ? 0 : width * ((words - 1) / wordsPerLut + 1);
  }
}
