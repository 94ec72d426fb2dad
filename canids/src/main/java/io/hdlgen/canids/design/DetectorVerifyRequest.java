package io.hdlgen.canids.design;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What is to be verified on frames.
 *
 * @param design a design folder that {@link DetectorEmission} wrote
 * @param frames how many; empty: as many as when it was written
 * @param seed of them; empty: as when it was written
 */
public record DetectorVerifyRequest(Path design, OptionalLong frames, OptionalLong seed) {}
