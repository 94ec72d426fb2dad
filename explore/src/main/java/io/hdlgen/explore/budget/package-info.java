/** What a printed classifier with its converters asks of a battery, and whether it is in time. */
package io.hdlgen.explore.budget;
