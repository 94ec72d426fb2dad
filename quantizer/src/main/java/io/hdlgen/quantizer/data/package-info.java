/**
 * Tables of samples: readers of CSV, IDX, {@code .npy} and {@code .npz}, and the way from real
 * values to the codes of a network.
 */
package io.hdlgen.quantizer.data;
