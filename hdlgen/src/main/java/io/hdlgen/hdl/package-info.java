/** The generator: an integer network becomes a netlist, Verilog, a signature and metrics. */
package io.hdlgen.hdl;
