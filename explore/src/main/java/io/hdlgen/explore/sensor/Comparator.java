package io.hdlgen.explore.sensor;

/**
 * A comparator of a converter.
 *
 * @param threshold the real value of the feature at which it changes
 * @param weight what it adds to the field of the feature when it is reached
 */
public record Comparator(double threshold, long weight) {}
