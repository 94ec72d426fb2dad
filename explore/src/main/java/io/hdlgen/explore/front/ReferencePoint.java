package io.hdlgen.explore.front;

import java.util.Optional;

/**
 * A circuit for the same data, to compare with: a published one, or a network before approximation.
 *
 * @param name what plots call it
 * @param source where its figures are from
 * @param accuracy on the test rows, as a fraction
 * @param balancedAccuracy likewise, if known
 * @param areaCm2 of the classifier without converters
 * @param staticPowerMw likewise, if known
 */
public record ReferencePoint(
    String name,
    String source,
    double accuracy,
    Optional<Double> balancedAccuracy,
    double areaCm2,
    Optional<Double> staticPowerMw) {}
