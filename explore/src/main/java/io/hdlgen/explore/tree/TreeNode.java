package io.hdlgen.explore.tree;

import io.hdlgen.quantizer.network.LongVector;

/** A node of a decision tree. */
public sealed interface TreeNode {
  /** The class that weighs most among the rows that came here; the lowest of several. */
  int label();

  /** Number of training rows of each class that came here. */
  LongVector counts();

  /**
   * Goes on by one feature.
   *
   * @param feature its index
   * @param level from 1
   * @param ifZero the next node where the code is below the level
   * @param ifOne the next node where the code is at the level or above; {@code ifZero + 1}
   */
  record Split(int feature, int level, int ifZero, int ifOne, int label, LongVector counts)
      implements TreeNode {
    /** Number of splits that were made before. */
    int rank() {
      return ifZero / 2;
    }

    /** Where a row with this code goes. */
    int next(long code) {
      return code >= level ? ifOne : ifZero;
    }
  }

  /** Answers its class. */
  record Leaf(int label, LongVector counts) implements TreeNode {}
}
