/** What a killed run leaves, so that it can be continued. */
package io.hdlgen.flow.checkpoint;
