package io.hdlgen.explore;

import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.quantizer.network.IntegerNetwork;

/**
 * A circuit before test rows are read.
 *
 * @param id short name
 * @param recipe how it was made, for people
 * @param network what it computes
 * @param circuit its gates, and what they take over the training rows
 * @param train on the training rows
 * @param validation in cross-validation
 */
record Candidate(
    String id,
    String recipe,
    IntegerNetwork network,
    PrintedCircuit circuit,
    Quality train,
    Quality validation) {}
