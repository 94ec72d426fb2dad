/**
 * Exact evaluation of integer networks in integers: the first of the three witnesses. It shares no
 * code with the hardware generator.
 */
package io.hdlgen.quantizer.reference;
