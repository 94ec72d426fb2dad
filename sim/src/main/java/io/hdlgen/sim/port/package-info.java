/** Ports, and records of bytes that hold one value of each. */
package io.hdlgen.sim.port;
