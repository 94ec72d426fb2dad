/** Value change dumps (IEEE 1364-2001, section 18), read as they stream in. */
package io.hdlgen.sim.vcd;
