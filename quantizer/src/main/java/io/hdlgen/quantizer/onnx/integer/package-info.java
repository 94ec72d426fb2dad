/** From a quantized multilayer perceptron to the integer network, without a changed bit. */
package io.hdlgen.quantizer.onnx.integer;
