package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.floating.FloatNetwork;

/**
 * A trained float network.
 *
 * @param network takes features as they are in the samples
 * @param split which rows it has learnt from
 * @param bestEpoch the epoch whose weights these are, from 1
 */
public record FloatTraining(FloatNetwork network, Split split, int bestEpoch) {}
