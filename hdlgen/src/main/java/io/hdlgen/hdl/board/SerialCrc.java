package io.hdlgen.hdl.board;

/**
 * CRC-32 over bytes, a bit a cycle: between two bytes on a serial line there is time for more, and
 * a bit takes the least logic.
 */
final class SerialCrc {
  private static final int BITS = 32;
  private static final long ONES = 0xffff_ffffL;

  private final Gates gates;
  private final int crc;
  private final int busy;
  private final int index;
  private final int last;

  SerialCrc(Gates gates) {
    this.gates = gates;
    this.crc = gates.data("crc", BITS);
    this.busy = gates.flag("crc_busy");
    this.index = gates.register("crc_index", 3, 0);
    this.last = gates.and("crc_last", busy, gates.equal("crc_end", index, 7));
  }

  /** The register, while not {@link #busy}. */
  int value() {
    return crc;
  }

  /** 1 while a byte is taken in. */
  int busy() {
    return busy;
  }

  /** 1 in the last cycle in which a byte is taken in. */
  int last() {
    return last;
  }

  /**
   * Connects what comes.
   *
   * @param clear 1 where the next byte is the first
   * @param take 1 in the cycle before those in which {@code data} is taken in, for 8 cycles
   * @param data must not change meanwhile
   * @param shiftOut 1 where the register goes out instead, eight bits at a time from the lowest
   */
  void finish(int clear, int take, int data, int shiftOut) {
    gates.setAndClear(busy, take, last);
    gates.connect(index, gates.more(index), busy);
    int bit =
        gates.choose(
            "crc_bit",
            java.util.stream.IntStream.range(0, 8).mapToObj(i -> gates.bit(data, i)).toList(),
            index);
    int differs = gates.xor("crc_differs", bit, gates.bit(crc, 0));
    int feedback = gates.and("crc_feedback", differs, gates.not(shiftOut));
    int polynomial =
        gates.mux(
            "crc_mask",
            feedback,
            gates.field(SerialProtocol.POLYNOMIAL, BITS),
            gates.field(0, BITS));
    int shifted = gates.builder().extend(gates.slice(crc, 1, BITS - 1), BITS);
    int stepped = gates.xor("crc_step", shifted, polynomial);
    int moves = gates.or("crc_moves", clear, busy);
    gates.connect(crc, gates.mux("crc_next", clear, gates.field(ONES, BITS), stepped), moves);
  }
}
