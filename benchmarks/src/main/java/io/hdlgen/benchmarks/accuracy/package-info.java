/**
 * How much accuracy quantization costs, over many seeds: the measurements behind docs/results.md.
 */
package io.hdlgen.benchmarks.accuracy;
