/** Evolution of points by several objectives. */
package io.hdlgen.explore.evolution;
