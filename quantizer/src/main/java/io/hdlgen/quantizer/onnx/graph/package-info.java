/** The ONNX file as plain data: tensors, nodes, a graph; checked, and free of protobuf types. */
package io.hdlgen.quantizer.onnx.graph;
