/** Constants of a graph: layout, elementwise operators and folding, rounded as ONNX does. */
package io.hdlgen.quantizer.onnx.fold;
