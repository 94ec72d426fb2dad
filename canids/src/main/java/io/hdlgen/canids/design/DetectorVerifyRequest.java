package io.hdlgen.canids.design;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be verified on frames.
 *
 * @param design a design folder that {@link DetectorEmission} wrote
 * @param wire whether bits on the wire are brought to all of it, instead of frames to the detector
 * @param log whose frames are sent on the wire; empty: frames of chance
 * @param frames how many; empty: as many as when it was written
 * @param seed of them; empty: as when it was written
 */
public record DetectorVerifyRequest(
    Path design, boolean wire, Optional<Path> log, OptionalLong frames, OptionalLong seed) {}
