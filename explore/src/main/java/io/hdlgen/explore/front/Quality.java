package io.hdlgen.explore.front;

/**
 * How well a classifier does on some rows, as fractions.
 *
 * @param rows number of rows
 * @param accuracy share of rows that are right
 * @param accuracyLow lower end of its 95 % interval
 * @param accuracyHigh upper end
 * @param balancedAccuracy mean recall over the classes that occur
 */
public record Quality(
    int rows, double accuracy, double accuracyLow, double accuracyHigh, double balancedAccuracy) {}
