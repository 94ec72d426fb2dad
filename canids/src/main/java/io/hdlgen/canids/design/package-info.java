/** Detectors as design folders: features, core and what lies around them. */
package io.hdlgen.canids.design;
