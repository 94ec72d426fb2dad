/** What a detector sees of the frames of a bus, as codes, bit by bit. */
package io.hdlgen.canids.feature;
