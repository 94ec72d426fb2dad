/** Monotone functions of one real variable, as chains of elementary steps. */
package io.hdlgen.quantizer.onnx.chain;
