package io.hdlgen.canids.log;

/**
 * A line that is no frame.
 *
 * @param number its number, from 1
 * @param reason what is wrong with it
 */
public record MalformedLine(long number, String reason) {}
