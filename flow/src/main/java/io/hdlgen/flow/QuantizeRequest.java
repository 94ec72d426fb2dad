package io.hdlgen.flow;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be quantized without training.
 *
 * @param model a model of real numbers
 * @param data samples such as it was trained on; a search for bits needs their labels, and without
 *     labels no accuracy is measured
 * @param testData samples to measure accuracy on in place of {@code data}
 * @param precision bits; nothing for a search
 * @param method how
 * @param output the file; empty for {@code ./<model>.network.json}
 * @param threads at least 1
 */
public record QuantizeRequest(
    Path model,
    DataSource data,
    Optional<DataSource> testData,
    Precision precision,
    QuantizationMethod.Rounded method,
    Optional<Path> output,
    int threads) {}
