/** The outcome of an exploration as one page for people. */
package io.hdlgen.explore.report;
