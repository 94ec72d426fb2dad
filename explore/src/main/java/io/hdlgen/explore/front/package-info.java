/** The outcome of an exploration: points that none beats, and what they are compared with. */
package io.hdlgen.explore.front;
