/** How fast CAN traffic is generated, written and read. */
package io.hdlgen.benchmarks.can;
