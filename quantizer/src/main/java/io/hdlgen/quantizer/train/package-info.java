/** Training of networks, of real numbers and of integers. */
package io.hdlgen.quantizer.train;
