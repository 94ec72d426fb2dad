/** Networks in training: layers, their gradients, their quantizers. */
package io.hdlgen.quantizer.train.net;
