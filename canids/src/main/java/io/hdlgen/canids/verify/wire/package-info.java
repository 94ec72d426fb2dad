/** Whether a detector behind a receiver says of the bits on a bus what the reference says. */
package io.hdlgen.canids.verify.wire;
