/** Talking to a design on a board over a serial line; see {@code docs/serial.md}. */
package io.hdlgen.flow.serial;
