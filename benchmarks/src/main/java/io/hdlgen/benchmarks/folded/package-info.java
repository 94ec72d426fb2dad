/** What folding takes and gives: cycles, resources, times. */
package io.hdlgen.benchmarks.folded;
