/** Sizes counted on the netlist. */
package io.hdlgen.hdl.metrics;
