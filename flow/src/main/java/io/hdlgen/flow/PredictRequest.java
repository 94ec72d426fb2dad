package io.hdlgen.flow;

import java.nio.file.Path;

/**
 * What is to be predicted.
 *
 * @param network a {@code network.json}, or a design folder
 * @param threads at least 1
 */
public record PredictRequest(Path network, DataSource data, int threads) {}
