package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;

/**
 * Takes frames out of received bytes and keeps those that are right, in order, until they are read.
 *
 * <p>A frame is written into the next slot of a memory while it comes. If its check, its length and
 * its kind are right, the slot counts as filled; if not, the next frame overwrites it. So nothing
 * of a frame that a disturbed line has changed reaches the core, and the flag that ends a frame is
 * where the receiver is in step again, whatever came before.
 */
final class FrameReceiver {
  static final String NAME = "hdlgen_frame_receiver";
  static final String DATA = "data_i";
  static final String VALID = "valid_i";
  static final String ERROR = "error_i";
  static final String PLACE = "place_i";
  static final String TAKE = "take_i";
  static final String PENDING = "pending_o";
  static final String BYTE = "byte_o";
  static final String REJECTED = "rejected_o";
  static final String DROPPED = "dropped_o";

  /** Bits of the number of frames with an error. */
  static final int REJECTED_BITS = 16;

  /** Bits of the number of frames for which there was no room. */
  static final int DROPPED_BITS = 8;

  private final Gates gates = new Gates(NAME);
  private final WireLayout layout;
  private final int data;
  private final int valid;
  private final int escaped;
  private final int turned;
  private final int taken;
  private final int offset;

  private FrameReceiver(WireLayout layout) {
    this.layout = layout;
    this.data = gates.input(DATA, 8);
    this.valid = gates.input(VALID, 1);
    this.escaped = gates.flag("escaped");
    this.turned = gates.flag("turned");
    this.taken = gates.flag("taken");
    // One bit more than the memory needs: frames that are too long are seen.
    this.offset = gates.register("offset", layout.placeBits() + 1, 0);
  }

  /**
   * The module. {@code byte_o} is the byte at {@code place_i} of the oldest frame, a cycle late;
   * {@code take_i} gives up that frame.
   */
  static HdlModule of(WireLayout layout) {
    return new FrameReceiver(layout).build();
  }

  private HdlModule build() {
    int error = gates.input(ERROR, 1);
    int place = gates.input(PLACE, layout.placeBits());
    int take = gates.input(TAKE, 1);
    int isFlag = gates.equal("is_flag", data, SerialProtocol.FLAG);
    int isEscape = gates.equal("is_escape", data, SerialProtocol.ESCAPE);
    int end = gates.and("end", valid, isFlag);
    int inside = gates.and("inside", valid, gates.not(isFlag), gates.not(isEscape));
    gates.connect(escaped, isEscape, valid);
    gates.connect(turned, escaped, valid);
    gates.connect(taken, inside);
    int content =
        gates.concat(
            "content",
            gates.slice(data, 0, 5),
            gates.xor("turned_bit", gates.bit(data, 5), turned),
            gates.slice(data, 6, 2));

    int bad = gates.flag("bad");
    int overflow = gates.and("overflow", taken, gates.equal("longest", offset, maximum()));
    int wrong = gates.or("wrong", error, overflow);
    gates.setAndClear(bad, wrong, end);
    int next = gates.mux("offset_next", end, gates.number(0), gates.more(offset));
    gates.connect(offset, next, gates.or("offset_moves", end, taken));

    SerialCrc crc = new SerialCrc(gates);
    crc.finish(end, taken, content, gates.number(0));
    int right = gates.equal("right", crc.value(), SerialProtocol.RESIDUE);
    int whole = gates.and("whole", right, kindAndLength(content));
    int clean = gates.or("unclean", bad, escaped);
    int good = gates.and("good", end, whole, gates.not(clean));
    int some = gates.or("some", bad, gates.not(gates.equal("empty", offset, 0)));
    store(good, place, take, content);
    count(REJECTED, REJECTED_BITS, gates.and("rejected", end, some, gates.not(good)));
    return gates.build();
  }

  private long maximum() {
    return (1L << gates.width(offset)) - 1;
  }

  /** Whether what has come is as long as a request of its kind. */
  private int kindAndLength(int content) {
    int first = gates.and("first", taken, gates.equal("at_start", offset, 0));
    int infers = gates.data("infers", 1);
    int asks = gates.data("asks", 1);
    gates.connect(infers, gates.equal("is_infer", content, SerialProtocol.INFER), first);
    gates.connect(asks, gates.equal("is_identify", content, SerialProtocol.IDENTIFY), first);
    int shortest = SerialProtocol.REQUEST_HEAD + SerialProtocol.CHECK;
    int asked = gates.and("asked", asks, gates.equal("short_end", offset, shortest));
    int length = shortest + layout.requestBytes();
    return gates.or(
        "known", asked, gates.and("inferred", infers, gates.equal("long_end", offset, length)));
  }

  private void store(int good, int place, int take, int content) {
    int writeSlot = gates.register("write_slot", layout.slotBits(), 0);
    int readSlot = gates.register("read_slot", layout.slotBits(), 0);
    int nextSlot = gates.more(writeSlot);
    int full = gates.same("full", nextSlot, readSlot);
    gates.connect(writeSlot, nextSlot, gates.and("keep", good, gates.not(full)));
    gates.connect(readSlot, gates.more(readSlot), take);
    int fits = gates.not(gates.bit(offset, layout.placeBits()));
    int low = gates.slice(offset, 0, layout.placeBits());
    int stored =
        gates
            .builder()
            .memory(
                Origin.of("frames"),
                Range.unsigned(8),
                1 << (layout.placeBits() + layout.slotBits()),
                gates.and("write", taken, fits),
                gates.concat("write_address", low, writeSlot),
                content,
                gates.concat("read_address", place, readSlot));
    gates.output(PENDING, gates.not(gates.same("none", writeSlot, readSlot)));
    gates.output(BYTE, stored);
    count(DROPPED, DROPPED_BITS, gates.and("dropped", good, full));
  }

  private void count(String port, int bits, int when) {
    int counter = gates.register(port.replace("_o", "_count"), bits, 0);
    gates.connect(counter, gates.more(counter), when);
    gates.output(port, counter);
  }
}
