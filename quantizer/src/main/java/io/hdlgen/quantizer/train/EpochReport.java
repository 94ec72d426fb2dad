package io.hdlgen.quantizer.train;

import java.util.OptionalDouble;

/**
 * How training goes, after one epoch.
 *
 * @param phase {@code "float"} or {@code "quantized"}
 * @param epoch counted from 1
 * @param epochs as many as there are at most
 * @param loss mean over the training rows of this epoch
 * @param trainingAccuracy of the training rows as they were met in this epoch, 0 to 1
 * @param validationAccuracy 0 to 1; absent without a validation part
 */
public record EpochReport(
    String phase,
    int epoch,
    int epochs,
    double loss,
    double trainingAccuracy,
    OptionalDouble validationAccuracy) {}
