/** Figures of the search for printed classifiers. */
package io.hdlgen.benchmarks.explore;
