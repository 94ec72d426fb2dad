package io.hdlgen.quantizer.ptq;

/** Hears how a search for bits goes. Called from one thread; must return quickly. */
@FunctionalInterface
public interface AutoBitsListener {
  /** Hears nothing. */
  AutoBitsListener NONE = (trial, number, most) -> {};

  /**
   * A network was quantized and measured.
   *
   * @param number of the trial, from 1
   * @param most as many as there are at most
   */
  void tried(BitTrial trial, int number, int most);
}
