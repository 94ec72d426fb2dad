package io.hdlgen.explore.front;

/**
 * How sure a balanced accuracy is: 95 % intervals by the stratified bootstrap, as fractions.
 *
 * @param low lower end, over the classes that occur
 * @param high upper end
 * @param frequentClasses number of classes with 10 rows or more
 * @param frequent balanced accuracy over these; 0 if there are none
 * @param frequentLow its lower end; 0 if there are none
 * @param frequentHigh its upper end; 1 if there are none
 */
public record BalancedInterval(
    double low,
    double high,
    int frequentClasses,
    double frequent,
    double frequentLow,
    double frequentHigh) {}
