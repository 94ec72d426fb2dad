/** The CAN receiver on long, disturbed waveforms, and how far clocks may be apart. */
package io.hdlgen.benchmarks.canwire;
