/** Which range of real values a quantizer covers, as measured on calibration rows. */
package io.hdlgen.quantizer.calibration;
