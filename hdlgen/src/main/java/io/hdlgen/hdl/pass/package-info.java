/** Rewriting of netlists. No pass changes a result bit. */
package io.hdlgen.hdl.pass;
