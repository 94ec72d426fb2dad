/** From the integer network to combinational modules. */
package io.hdlgen.hdl.lower;
