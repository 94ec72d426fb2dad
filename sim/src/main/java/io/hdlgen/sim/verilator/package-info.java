/** Builds Verilog with Verilator once, keeps the program, and streams cycles through its ports. */
package io.hdlgen.sim.verilator;
