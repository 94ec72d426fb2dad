/** Arithmetic on arrays of floats, on several threads, with the same bits on any number of them. */
package io.hdlgen.quantizer.train.compute;
