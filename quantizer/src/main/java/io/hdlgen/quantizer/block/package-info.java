/**
 * The fast evaluation of integer networks on streams of rows, for use in software. What is right
 * the {@linkplain io.hdlgen.quantizer.reference reference} says.
 */
package io.hdlgen.quantizer.block;
