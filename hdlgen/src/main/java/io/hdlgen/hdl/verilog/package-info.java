/**
 * A small Java HDL in the manner of JavaPoet: immutable specs with builders that print as
 * Verilog-2001. It knows Verilog's grammar and nothing of networks.
 */
package io.hdlgen.hdl.verilog;
