/** Circuits made smaller without changing a bit, by ABC. */
package io.hdlgen.explore.polish;
