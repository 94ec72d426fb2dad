/**
 * Folded architecture: how much of each layer works in parallel, what that does to every cycle, how
 * deep the queues between the layers must be, and which folding meets a wish. No netlists here.
 */
package io.hdlgen.hdl.folding;
