/** Detectors: trained, kept in folders, and run on logs and live traffic. */
package io.hdlgen.canids.detect;
