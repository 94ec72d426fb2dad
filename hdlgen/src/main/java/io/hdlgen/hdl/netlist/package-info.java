/** The netlist: immutable, ordered, word-level, every value with its exact range. */
package io.hdlgen.hdl.netlist;
