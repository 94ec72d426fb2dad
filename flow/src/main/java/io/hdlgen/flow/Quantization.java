package io.hdlgen.flow;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;

/**
 * A float network made an integer one, by samples.
 *
 * @param floating the model it was made of, its features named
 * @param rows that it was made by
 * @param trained whether it was trained, not only rounded
 * @param notes what the user should know
 */
record Quantization(
    FloatNetwork floating, IntegerNetwork network, int rows, boolean trained, List<String> notes) {}
