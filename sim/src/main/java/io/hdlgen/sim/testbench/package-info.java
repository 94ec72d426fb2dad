/** A self-checking testbench in plain Verilog, for people without a C++ compiler. */
package io.hdlgen.sim.testbench;
