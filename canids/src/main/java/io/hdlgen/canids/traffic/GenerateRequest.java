package io.hdlgen.canids.traffic;

import io.hdlgen.canids.log.LogFormat;
import java.nio.file.Path;

/**
 * A log of synthetic traffic to write.
 *
 * @param output where; gzip if its name ends with {@code .gz}
 */
public record GenerateRequest(TrafficSpec traffic, Path output, LogFormat format) {}
