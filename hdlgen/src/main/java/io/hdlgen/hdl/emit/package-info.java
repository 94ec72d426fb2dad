/** From the netlist to Verilog: names are made legal, then every node is printed. */
package io.hdlgen.hdl.emit;
