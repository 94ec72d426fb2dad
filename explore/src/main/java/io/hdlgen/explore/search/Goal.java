package io.hdlgen.explore.search;

/**
 * What is searched for.
 *
 * @param aim what the circuit is to be good at
 * @param limits what it has to keep
 */
public record Goal(Aim aim, Limits limits) {}
