/** Elements and texts that become HTML and SVG, which are well-formed XML, too. */
package io.hdlgen.explore.report.markup;
