/** Whether a detector's hardware says of frames what the reference says. */
package io.hdlgen.canids.verify;
