package io.hdlgen.quantizer.onnx.integer;

/**
 * What an integer {@code k} stands for: the real value {@code scale * k + offset}.
 *
 * @param scale may be negative, or 0 for a constant
 */
record Grid(double scale, double offset) {
  double at(double k) {
    return scale * k + offset;
  }
}
