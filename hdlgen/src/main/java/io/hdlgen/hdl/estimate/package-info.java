/**
 * What a design takes on a target, before any tool runs: its netlist down to single bits, mapped to
 * look-up tables and carry chains or counted as printed gates.
 */
package io.hdlgen.hdl.estimate;
