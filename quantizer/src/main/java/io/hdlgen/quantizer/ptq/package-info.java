/** Post-training quantization: a float network and calibration rows to an integer network. */
package io.hdlgen.quantizer.ptq;
