/** A detector behind a receiver: from the wire of a bus to verdicts, in one clock. */
package io.hdlgen.canids.rtl.bus;
