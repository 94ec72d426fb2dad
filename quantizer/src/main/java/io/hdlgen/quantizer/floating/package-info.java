/** Networks of real numbers, before quantization. */
package io.hdlgen.quantizer.floating;
