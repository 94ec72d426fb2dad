/** The file format of integer networks, {@code network.json}: canonical writer, strict reader. */
package io.hdlgen.quantizer.json;
