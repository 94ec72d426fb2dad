package io.hdlgen.explore.approximate;

import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.IntegerNetwork;

/** An approximate network that may be reported. */
record Candidate(
    IntegerNetwork network,
    ClassificationMetrics train,
    ClassificationMetrics validation,
    PrintedCost cost) {}
