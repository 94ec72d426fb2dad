/** How good a classifier is. */
package io.hdlgen.quantizer.metrics;
