/** What an exported file says beside its graph, so that reading it restores names and encodings. */
package io.hdlgen.quantizer.onnx.annotation;
