package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.network.IntegerNetwork;

/**
 * A trained integer network.
 *
 * @param network with the feature and class names of the samples
 * @param split which rows it has learnt from
 * @param bestEpoch the epoch whose weights these are, from 1
 */
public record QuantizedTraining(IntegerNetwork network, Split split, int bestEpoch) {}
