/** Estimates of size and speed, compared with what tools make of random designs. */
package io.hdlgen.benchmarks.estimates;
