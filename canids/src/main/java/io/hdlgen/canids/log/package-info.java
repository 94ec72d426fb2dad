/** Reads and writes logs of CAN frames, as streams and in the formats that other tools use. */
package io.hdlgen.canids.log;
