/** Networks of printed gates, and their annealing on rows of data. */
package io.hdlgen.explore.logic;
