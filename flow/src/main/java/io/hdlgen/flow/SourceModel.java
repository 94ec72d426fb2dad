package io.hdlgen.flow;

import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was read for a design.
 *
 * @param network what the hardware shall compute
 * @param samples codes of the data's rows, {@code [rows][features]}; empty without data
 * @param quantization what made it of a float model; empty if it was one of integers
 * @param accuracy empty without labels
 * @param inputs SHA-256 of the files that were read, by base name
 * @param notes what the user should know
 */
record SourceModel(
    IntegerNetwork network,
    long[][] samples,
    Optional<Quantization> quantization,
    Optional<Accuracy> accuracy,
    SortedMap<String, String> inputs,
    List<String> notes) {}
