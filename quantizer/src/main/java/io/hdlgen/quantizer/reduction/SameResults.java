package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.Objects;

/** Whether networks on the same features give the same results for all codes. */
final class SameResults {
  /** Rows that are looked at together: most networks that differ do so soon. */
  private static final int BLOCK = 1 << 12;

  private final CodeSpace space;
  private final boolean classes;

  /** By block, the classes if there are any, else the scores. */
  private final Object[] expected;

  SameResults(IntegerNetwork network, CodeSpace space) {
    this.space = space;
    this.classes = network.classes() > 0;
    this.expected = new Object[Math.toIntExact((space.size() + BLOCK - 1) / BLOCK)];
    ReferenceModel model = new ReferenceModel(network);
    for (int block = 0; block < expected.length; block++) {
      expected[block] = results(model, block);
    }
  }

  private Object results(ReferenceModel model, int block) {
    long first = (long) block * BLOCK;
    long[][] rows = space.rows(first, Math.min(space.size(), first + BLOCK));
    return classes ? model.classify(rows, 1) : model.scores(rows, 1);
  }

  /** The classes where there are any, else the scores. */
  boolean as(IntegerNetwork other) {
    ReferenceModel model = new ReferenceModel(other);
    for (int block = 0; block < expected.length; block++) {
      if (!Objects.deepEquals(results(model, block), expected[block])) {
        return false;
      }
    }
    return true;
  }
}
