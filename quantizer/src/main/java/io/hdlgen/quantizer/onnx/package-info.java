/** Reading ONNX and QONNX files: from a file to an integer network or a network of real numbers. */
package io.hdlgen.quantizer.onnx;
