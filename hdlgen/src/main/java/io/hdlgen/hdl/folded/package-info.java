/** Lowering to a pipeline of layers that share hardware between neurons and inputs. */
package io.hdlgen.hdl.folded;
