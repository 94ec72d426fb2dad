package io.hdlgen.flow;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;
import java.util.Optional;

/**
 * A float network made an integer one, by samples.
 *
 * @param floating the model it was made of, its features named
 * @param rows that it was made by
 * @param search what a search for bits has found, if there was one
 * @param notes what the user should know
 */
record Quantization(
    FloatNetwork floating,
    IntegerNetwork network,
    int rows,
    Optional<BitSearchSummary> search,
    List<String> notes) {}
