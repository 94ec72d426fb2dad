/** The top of a detector on a board: a transceiver's pin, alerts on the serial line, diodes. */
package io.hdlgen.canids.rtl.board;
