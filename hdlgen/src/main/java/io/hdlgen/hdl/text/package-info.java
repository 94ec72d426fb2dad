/** The canonical text of a netlist: one line a node. */
package io.hdlgen.hdl.text;
