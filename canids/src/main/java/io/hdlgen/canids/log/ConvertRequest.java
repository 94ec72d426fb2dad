package io.hdlgen.canids.log;

import java.nio.file.Path;

/**
 * A log to write in another format.
 *
 * @param output where; gzip if its name ends with {@code .gz}
 */
public record ConvertRequest(LogSource source, ReadMode mode, Path output, LogFormat format) {}
