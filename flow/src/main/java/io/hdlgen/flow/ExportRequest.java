package io.hdlgen.flow;

import java.nio.file.Path;

/**
 * What is to be exported as QONNX.
 *
 * @param network a {@code network.json}, a design folder, or a quantized ONNX model
 * @param output the file to write; an older one is replaced if hdlgen wrote it
 */
public record ExportRequest(Path network, Path output) {}
