package io.hdlgen.flow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is to be verified.
 *
 * @param design a design folder
 * @param data samples; empty for random vectors
 * @param count number of vectors; empty: all samples, else as many as {@code emit} compared
 * @param seed of random vectors and stalls; empty: as {@code emit}
 * @param threads at least 1
 */
public record VerifyRequest(
    Path design, Optional<DataSource> data, OptionalInt count, OptionalLong seed, int threads) {}
