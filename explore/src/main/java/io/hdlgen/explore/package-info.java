/** Design-space exploration of printed classifiers. */
package io.hdlgen.explore;
