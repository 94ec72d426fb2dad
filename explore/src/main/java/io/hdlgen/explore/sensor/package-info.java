/** What stands between a sensor and a printed classifier: comparators, and the levels they have. */
package io.hdlgen.explore.sensor;
