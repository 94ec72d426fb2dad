/** Cycle-accurate simulation of a netlist on one thread, without the text that is emitted. */
package io.hdlgen.sim.cycle;
