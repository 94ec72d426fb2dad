/**
 * What Vivado needs to go on with a design: scripts, constraints, packaged cores, and programs for
 * the processor beside it. Pure functions from facts to texts.
 */
package io.hdlgen.boards.vivado;
