package io.hdlgen.quantizer.onnx.integer;

/**
 * How inputs are quantized if the model does not say.
 *
 * @param bits 1 to 32
 * @param scale positive
 * @param signed whether codes are two's complement
 */
public record InputFormat(int bits, double scale, boolean signed) {
  double lowest() {
    return signed ? -Math.scalb(1.0, bits - 1) : 0;
  }

  double highest() {
    return Math.scalb(1.0, signed ? bits - 1 : bits) - 1;
  }
}
