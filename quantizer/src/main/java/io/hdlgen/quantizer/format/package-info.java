/** Which integers weights and hidden values may be. */
package io.hdlgen.quantizer.format;
