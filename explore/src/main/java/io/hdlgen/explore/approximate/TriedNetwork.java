package io.hdlgen.explore.approximate;

import io.hdlgen.quantizer.network.IntegerNetwork;

/**
 * An approximate network that was tried.
 *
 * @param merit accuracy, or balanced accuracy, on the rows that are searched on
 * @param areaCm2 of classifier and converters, estimated
 */
record TriedNetwork(IntegerNetwork network, double merit, double areaCm2) {}
