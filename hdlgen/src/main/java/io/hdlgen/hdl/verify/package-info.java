/** What every netlist has to obey. */
package io.hdlgen.hdl.verify;
