/** What sections of a page are made of. */
package io.hdlgen.explore.report.block;
