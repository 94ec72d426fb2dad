package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.netlist.Origin;

/**
 * Two literals that must be equal.
 *
 * @param name the bit of the Verilog: an output, a register before its edge, or an activation
 * @param expected of the Verilog
 * @param found of the mapped netlist
 */
record Obligation(Origin origin, String name, int expected, int found) {}
