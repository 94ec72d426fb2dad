/** The integer network as a C header: a fourth way to compute the same bits, for firmware. */
package io.hdlgen.hdl.c;
