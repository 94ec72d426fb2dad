package io.hdlgen.hdl.signature;

import io.hdlgen.quantizer.network.Encoding;

/**
 * One value in the interface: a feature, the class or a score.
 *
 * @param name feature name, {@code class}, or {@code score_<k>}
 * @param port the Verilog port that carries it
 * @param low its lowest bit in that port; 0 where it has the port to itself
 * @param width its bits
 * @param encoding how it lies in them
 * @param min the lowest value that occurs
 * @param max the highest value that occurs
 */
public record Field(
    String name, String port, int low, int width, Encoding encoding, long min, long max) {}
