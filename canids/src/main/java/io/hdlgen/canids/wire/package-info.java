/**
 * A model of a CAN bus bit by bit: what nodes put on the line, what a listener makes of it, and the
 * line as a receiver with another clock samples it. It is written from ISO 11898-1:2015 alone and
 * shares nothing with the receiver in hardware, which is tested against it.
 *
 * <p>A bit is {@code true} where it is recessive.
 */
package io.hdlgen.canids.wire;
