/** Writing integer networks as QONNX. */
package io.hdlgen.quantizer.onnx.export;
