/** CAN frames, and streams of them. */
package io.hdlgen.canids.frame;
