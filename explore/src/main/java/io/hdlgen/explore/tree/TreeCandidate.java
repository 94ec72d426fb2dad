package io.hdlgen.explore.tree;

import io.hdlgen.explore.protocol.InputCoding;

/**
 * A tree that validated well enough for a circuit to be made of it.
 *
 * @param bits of each feature
 * @param leaves that were asked for; the tree has fewer where its growth ended before
 * @param accuracy validated, 0 to 1: of trees of this size on rows that they were not fitted to
 * @param balancedAccuracy validated likewise
 * @param coding fitted to all training rows
 * @param tree fitted to all training rows
 */
public record TreeCandidate(
    int bits,
    int leaves,
    double accuracy,
    double balancedAccuracy,
    InputCoding coding,
    DecisionTree tree) {}
