/** The graph as a multilayer perceptron: dense stages with elementwise chains between them. */
package io.hdlgen.quantizer.onnx.mlp;
