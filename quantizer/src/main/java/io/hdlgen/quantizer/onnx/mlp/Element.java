package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.chain.Chain;

/**
 * One element of a value that depends on the network's input: a monotone function of one element of
 * its source.
 *
 * @param source index into the network's inputs, or into the sums of the dense stage before
 * @param chain what became of it since
 */
public record Element(int source, Chain chain) {}
