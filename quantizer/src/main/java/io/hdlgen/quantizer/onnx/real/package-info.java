/** From an unquantized multilayer perceptron to a network of real numbers. */
package io.hdlgen.quantizer.onnx.real;
