/** What a detector has to beat: methods without a network. */
package io.hdlgen.canids.baseline;
