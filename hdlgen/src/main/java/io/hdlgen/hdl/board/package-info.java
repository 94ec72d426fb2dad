/**
 * The top of a design on a board with a serial line: requests come in, classes go out, and light
 * emitting diodes show them. What is on the line is described in {@code docs/serial.md}.
 */
package io.hdlgen.hdl.board;
