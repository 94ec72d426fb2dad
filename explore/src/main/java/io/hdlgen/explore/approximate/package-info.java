/** The search for cheaper approximations of one integer network, by NSGA-II. */
package io.hdlgen.explore.approximate;
