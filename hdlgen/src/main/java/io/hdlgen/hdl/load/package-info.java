/** What networks a design whose numbers are loaded can take, and what is written to load one. */
package io.hdlgen.hdl.load;
