package io.hdlgen.explore.approximate;

/**
 * What an approximation is worth.
 *
 * @param merit accuracy, or balanced accuracy, on the rows that are searched on
 * @param areaCm2 of classifier and converters, estimated
 */
record Worth(double merit, double areaCm2) {}
