/** Reductions of integer networks that change no result, whatever the codes are. */
package io.hdlgen.quantizer.reduction;
