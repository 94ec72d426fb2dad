package io.hdlgen.explore.front;

/**
 * What was compared of a design and of its mapped netlist.
 *
 * @param vectors inferences that each of them was compared on: all rows of the data, random ones,
 *     and every combination of input codes, where that is so
 * @param exhaustive whether every combination of input codes is among them
 * @param mismatches of both together
 * @param passed whether nothing differs, in what was proven either
 */
public record Verified(int vectors, boolean exhaustive, long mismatches, boolean passed) {
  public Verified {
    if (passed && mismatches > 0) {
      throw new IllegalArgumentException(mismatches + " mismatches, and passed");
    }
  }
}
