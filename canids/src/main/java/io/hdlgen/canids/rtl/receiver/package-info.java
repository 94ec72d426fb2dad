/**
 * A receiver of the CAN bus in hardware, which listens and never drives the line: bit timing,
 * destuffing, checks, and the parts of a frame as they come. It follows ISO 11898-1:2015 for nodes
 * that tolerate CAN FD.
 */
package io.hdlgen.canids.rtl.receiver;
