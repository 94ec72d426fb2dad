/** Running external programs: missing, old, crashed or hanging ones end in one clear line. */
package io.hdlgen.sim.tool;
