/** How well detectors and baselines tell attacks from traffic. */
package io.hdlgen.canids.evaluate;
