/**
 * Named approximations of the literature: each rewrites a layer or a decision of an integer
 * network, which then says bit by bit what is computed.
 */
package io.hdlgen.quantizer.approximate;
