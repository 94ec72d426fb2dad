/** Proofs about emitted Verilog. */
package io.hdlgen.hdl.formal;
