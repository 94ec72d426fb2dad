package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.network.Interval;
import java.util.List;

/**
 * The first layers, quantized, and what the next one needs to know of them.
 *
 * @param layers hidden ones; not to be changed
 * @param inputs of the next layer, on the calibration rows
 * @param scales what a step of one in each of these inputs means
 * @param ranges of these inputs
 */
record Prefix(
    List<IntegerLayer> layers, QuantizedInputs inputs, double[] scales, Interval[] ranges) {}
