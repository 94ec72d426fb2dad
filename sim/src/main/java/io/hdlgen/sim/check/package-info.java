/** Compares the witnesses: the reference's results, the simulated netlist and Verilator. */
package io.hdlgen.sim.check;
