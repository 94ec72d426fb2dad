/** The codes of input features at {@code float} inputs, which is what ONNX graphs take. */
package io.hdlgen.quantizer.onnx.encoding;
