/** What a user of the Verilog must know: ports, fields, handshake, latency. */
package io.hdlgen.hdl.signature;
