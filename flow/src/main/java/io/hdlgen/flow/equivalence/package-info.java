/**
 * Proof, block by block, that a mapped netlist does what the Verilog it was made of does.
 *
 * <p>The idea is a refinement: every register of the Verilog is a function of the registers of the
 * mapped netlist, mostly the register of the same name. If the outputs agree under that function,
 * and one clock edge keeps it, then whatever the mapped netlist does from any contents of its
 * registers, the Verilog does, too (C. A. J. van Eijk, "Sequential equivalence checking based on
 * structural similarities", IEEE Trans. CAD 19(7), 2000).
 */
package io.hdlgen.flow.equivalence;
