/** The integer network: records that give every bit a meaning. */
package io.hdlgen.quantizer.network;
