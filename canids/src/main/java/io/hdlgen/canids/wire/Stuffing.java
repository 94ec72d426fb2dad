package io.hdlgen.canids.wire;

/** After five equal bits comes one of the other level, which carries nothing. */
final class Stuffing {
  static final int EQUAL_BITS = 5;

  private Stuffing() {}

  static Bits stuff(Bits plain) {
    Bits stuffed = new Bits();
    int equal = 0;
    for (int i = 0; i < plain.size(); i++) {
      boolean bit = plain.get(i);
      equal = equal > 0 && stuffed.get(stuffed.size() - 1) == bit ? equal + 1 : 1;
      stuffed.add(bit);
      if (equal == EQUAL_BITS) {
        stuffed.add(!bit);
        equal = 1;
      }
    }
    return stuffed;
  }
}
