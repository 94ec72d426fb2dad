/**
 * What is left of a printed classifier when printing goes wrong: stuck gates, comparators off their
 * levels, drifting sensors.
 */
package io.hdlgen.explore.yield;
