/** Plots as SVG that is part of a page: readable at the width of a telephone, without a script. */
package io.hdlgen.explore.report.plot;
