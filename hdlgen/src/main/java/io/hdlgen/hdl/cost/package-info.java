/** What the generator has to know of a target. */
package io.hdlgen.hdl.cost;
