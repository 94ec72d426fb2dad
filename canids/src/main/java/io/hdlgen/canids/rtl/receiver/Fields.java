package io.hdlgen.canids.rtl.receiver;

import io.hdlgen.hdl.board.Gates;

/**
 * In which field of a frame the next bit is: one register a field, one of which is 1.
 *
 * <p>Outside of frames {@code left} counts the recessive bits that must still come before a
 * dominant one begins a frame: 10 after a dominant bit or an error, that is a delimiter of 8 and
 * two bits of intermission, and 11 before the receiver has joined the bus. The same count tells the
 * bits of a frame's end from each other, since it begins behind the acknowledgement. Inside of
 * frames it counts the bits of a field down to 0.
 */
final class Fields {
  private static final int LEFT_BITS = 5;
  private static final int FREE = 10;
  private static final int JOINED = 11;

  /** Recessive bits left to come where the last bit but one of the end does. */
  private static final int LAST_BUT_ONE = 4;

  private final Gates gates;
  final int outside;
  final int id;
  final int remote;
  final int extension;
  final int lowId;
  final int format;
  final int reserved;
  final int length;
  final int data;
  final int crc;
  final int delimiter;
  final int acknowledge;

  /** No more bits in this field after the next one; outside: the next dominant bit begins. */
  final int done;

  /** 1 until the first 11 recessive bits after reset, or after a frame of another format. */
  final int joining;

  /** 1 from the acknowledgement to the last bit but one of the end. */
  final int ending;

  private final int left;

  Fields(Gates gates) {
    this.gates = gates;
    outside = gates.register("in_outside", 1, 1);
    id = gates.flag("in_id");
    remote = gates.flag("in_remote");
    extension = gates.flag("in_extension");
    lowId = gates.flag("in_low_id");
    format = gates.flag("in_format");
    reserved = gates.flag("in_reserved");
    length = gates.flag("in_length");
    data = gates.flag("in_data");
    crc = gates.flag("in_crc");
    delimiter = gates.flag("in_delimiter");
    acknowledge = gates.flag("in_acknowledge");
    joining = gates.register("joining", 1, 1);
    ending = gates.flag("ending");
    left = gates.register("left", LEFT_BITS, JOINED);
    done = gates.equal("done", left, 0);
  }

  /** The last bit but one of the end is next. */
  int lastButOne() {
    return gates.and("last_but_one", ending, gates.equal("in_end", left, LAST_BUT_ONE));
  }

  /**
   * What the next fields depend on.
   *
   * @param moves a bit that is no stuff bit, or a violation of stuffing
   * @param violation the sampled bit violates stuffing; it wins over all else
   * @param level of the bit
   * @param fall an edge to dominant, sampled or not
   * @param extended the identifier has 29 bits
   * @param empty no data will come; looked at in the last bit of the length
   * @param lastByte the byte that ends is the last
   * @param valid in the delimiter: the check fits
   */
  record Conditions(
      int moves,
      int violation,
      int level,
      int fall,
      int extended,
      int empty,
      int lastByte,
      int valid) {}

  /** Connects the registers. */
  void finish(Conditions given) {
    int level = given.level();
    int zero = gates.not(level);
    int more = gates.not(done);
    int basic = gates.not(given.extended());
    int classic = gates.and("classic", format, zero);
    int other = gates.and("other_format", format, level);
    int lengthEnd = gates.and("length_end", length, done);
    int byteEnd = gates.and("byte_end", data, done);
    int dataEnd = gates.and("data_end", byteEnd, given.lastByte());
    int begin = gates.and("begin", outside, done, zero);
    int pass = gates.and("pass", delimiter, level, given.valid());

    next(given, id, begin, gates.and("id_more", id, more));
    next(given, remote, gates.and("id_end", id, done), gates.and("low_end", lowId, done));
    next(given, extension, gates.and("remote_end", remote, basic));
    next(given, lowId, gates.and("extends", extension, level), gates.and("low_more", lowId, more));
    int lowRemoteEnd = gates.and("low_remote_end", remote, given.extended());
    next(given, format, lowRemoteEnd, gates.and("basic", extension, zero));
    next(given, reserved, gates.and("second", classic, given.extended()));
    int single = gates.and("single", classic, basic);
    next(given, length, single, reserved, gates.and("length_more", length, more));
    int full = gates.and("full", lengthEnd, gates.not(given.empty()));
    next(given, data, full, gates.and("data_more", data, gates.not(dataEnd)));
    int none = gates.and("none", lengthEnd, given.empty());
    next(given, crc, none, dataEnd, gates.and("crc_more", crc, more));
    next(given, delimiter, gates.and("crc_end", crc, done));
    next(given, acknowledge, pass);
    int stays = gates.and("stays", outside, gates.not(begin));
    int fails = gates.and("fails", delimiter, gates.not(pass));
    int leaves = gates.or("leaves", given.violation(), other, fails, acknowledge, stays);
    gates.connect(outside, leaves, given.moves());

    int lasts = gates.and("lasts", ending, level, gates.not(lastButOne()));
    next(given, ending, acknowledge, lasts);
    int exception = gates.and("exception", given.moves(), other, gates.not(given.violation()));
    int joined = gates.and("joined", outside, done);
    gates.setAndClear(joining, exception, joined);
    count(given, lengthEnd, byteEnd, gates.or("checks", none, dataEnd));
  }

  private void next(Conditions given, int field, int first, int... others) {
    int enters = gates.or("enters", first, others);
    gates.connect(
        field, gates.and("enters_well", enters, gates.not(given.violation())), given.moves());
  }

  private void count(Conditions given, int lengthEnd, int byteEnd, int checks) {
    int zero = gates.not(given.level());
    // Bits of CAN FD are shorter: an edge between two samples tells that the bus is not free.
    int restart = gates.and("restart", joining, given.fall());
    int long11 = gates.or("long", joining, gates.and("other", format, given.level()));
    int wait = gates.mux("wait", long11, gates.number(JOINED), gates.number(FREE));
    int content = gates.mux("content", checks, gates.number(14), gates.number(7));
    int short3 = gates.or("short", reserved, gates.and("classic_format", format, zero));
    int head = gates.mux("head", extension, gates.number(17), wait);
    int value = gates.mux("value", short3, gates.number(3), head);
    value = gates.mux("load", gates.or("ends", lengthEnd, byteEnd), content, value);
    value = gates.mux("load_well", given.violation(), gates.number(FREE), value);
    int again = gates.and("again", outside, zero);
    int field = gates.or("field", extension, format, reserved, lengthEnd, byteEnd);
    int close = gates.or("close", delimiter, acknowledge, given.violation());
    int load = gates.or("loads", restart, again, field, close);
    int free = gates.and("free", outside, done, given.level());
    int counts = gates.and("counts", given.moves(), gates.not(free));
    gates.connect(
        left,
        gates.mux("left_next", load, value, gates.less(left)),
        gates.or("left_moves", restart, counts));
  }
}
