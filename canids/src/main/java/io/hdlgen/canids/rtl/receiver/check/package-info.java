/** The receiver in hardware against the model of the bus, clock by clock. */
package io.hdlgen.canids.rtl.receiver.check;
