/**
 * Generates CAN traffic of a vehicle, with attacks: synthetic, for tests and for users without
 * data.
 */
package io.hdlgen.canids.traffic;
