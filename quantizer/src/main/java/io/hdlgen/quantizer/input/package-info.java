/** How real features become integer codes. */
package io.hdlgen.quantizer.input;
