package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;

/**
 * What the weights and hidden activations of a network are rounded to.
 *
 * @param text how tables name it
 * @param trained whether by training; otherwise only rounded
 * @param weights of every layer
 * @param bits of every hidden activation; 1 is -1 and 1
 */
record Precision(String text, boolean trained, WeightFormat weights, int bits) {
  /**
   * Reads {@code ptqN}, {@code N} (bits of weights and activations), or {@code WEIGHTS/BITS} with
   * weights as the command line names them, such as {@code ternary/2}.
   */
  static Precision parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 2) {
      int bits = Integer.parseInt(parts[1]);
      return new Precision(text, true, WeightFormat.parse(parts[0]), bits);
    }
    boolean trained = !text.startsWith("ptq");
    int bits = Integer.parseInt(trained ? text : text.substring("ptq".length()));
    return new Precision(text, trained, WeightFormat.ofBits(bits), bits);
  }

  LayerFormat layer() {
    return new LayerFormat(
        weights, bits == 1 ? new ActivationFormat.Bipolar() : new ActivationFormat.Unsigned(bits));
  }
}
