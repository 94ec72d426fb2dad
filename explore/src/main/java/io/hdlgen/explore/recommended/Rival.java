package io.hdlgen.explore.recommended;

import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.quantizer.network.IntegerNetwork;

/**
 * A decision tree to compare with.
 *
 * @param point its figures
 * @param network what it computes; frozen before test rows were read
 */
public record Rival(FrontPoint point, IntegerNetwork network) {}
