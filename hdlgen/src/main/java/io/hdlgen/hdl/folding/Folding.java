package io.hdlgen.hdl.folding;

/**
 * How much of a layer works in parallel. The names are those of FINN (Umuroglu et al., "FINN: A
 * Framework for Fast, Scalable Binarized Neural Network Inference", FPGA 2017, section 4).
 *
 * @param pe processing elements: neurons in parallel, at least 1
 * @param simd inputs that each of them takes in parallel, at least 1
 */
public record Folding(int pe, int simd) {}
