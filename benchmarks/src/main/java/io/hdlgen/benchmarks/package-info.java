/** JMH benchmarks of the library: {@code benchmarks/run}. */
package io.hdlgen.benchmarks;
