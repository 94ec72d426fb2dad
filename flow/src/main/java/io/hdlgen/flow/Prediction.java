package io.hdlgen.flow;

import io.hdlgen.quantizer.network.LongVector;

/**
 * What the network says of one row.
 *
 * @param className the class; empty if the network gives scores alone
 * @param scores the integer scores
 */
public record Prediction(String className, LongVector scores) {}
