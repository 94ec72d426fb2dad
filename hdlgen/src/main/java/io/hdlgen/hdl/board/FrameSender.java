package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends answers as frames: flag, head, data, check, flag. */
final class FrameSender {
  static final String NAME = "hdlgen_frame_sender";
  static final String SEND = "send_i";
  static final String ASKED = "asked_i";
  static final String NUMBER = "number_i";
  static final String STATUS = "error_i";
  static final String RESULT = "result_i";
  static final String REJECTED = "rejected_i";
  static final String DROPPED = "dropped_i";
  static final String LINE = "tx_o";
  static final String DONE = "done_o";

  private final Gates gates = new Gates(NAME);
  private final WireLayout layout;
  private final String identity;
  private final int asked;
  private final int tail;

  private FrameSender(WireLayout layout, String identity) {
    this.layout = layout;
    this.identity = identity;
    this.asked = gates.input(ASKED, 1);
    this.tail = gates.flag("tail");
  }

  /**
   * The module: while {@code send_i} is high it sends one answer, the last cycle of which is the
   * one in which {@code done_o} is high. Until then the other inputs stay.
   *
   * @param identity 16 hexadecimal digits
   * @param transmitter a {@link UartTransmitter}
   */
  static HdlModule of(WireLayout layout, String identity, HdlModule transmitter) {
    return new FrameSender(layout, identity).build(transmitter);
  }

  private HdlModule build(HdlModule transmitter) {
    int send = gates.input(SEND, 1);
    List<Integer> inference = answer(SerialProtocol.INFER);
    List<Integer> identification = new ArrayList<>(inference);
    inference.addAll(result());
    identification.addAll(identification());
    identification.set(0, gates.number(SerialProtocol.IDENTIFY + SerialProtocol.ANSWER));
    int longest = Math.max(inference.size(), identification.size());
    int place = gates.register("place", 32 - Integer.numberOfLeadingZeros(longest - 1), 0);

    SerialCrc crc = new SerialCrc(gates);
    int sending = gates.flag("sending");
    int flags = gates.flag("flags");
    int body =
        gates.mux(
            "body",
            asked,
            gates.choose("asked_byte", identification, place),
            gates.choose("inferred_byte", inference, place));
    int content = gates.mux("content", tail, gates.not(gates.slice(crc.value(), 0, 8)), body);

    int begin = gates.and("begin", send, gates.not(sending));
    int escaped = gates.flag("escaped");
    int plain = plain(content);
    int prefix = gates.and("prefix", gates.not(plain), gates.not(escaped), gates.not(flags));
    int valid = gates.and("valid", sending, gates.not(crc.busy()));
    Map<String, Integer> uart =
        gates.instance(
            transmitter,
            Map.of(
                UartTransmitter.DATA,
                line(content, flags, prefix, escaped),
                UartTransmitter.VALID,
                valid));
    int take = gates.and("take", valid, uart.get(UartTransmitter.READY));
    gates.connect(escaped, prefix, take);
    int whole = gates.and("whole", take, gates.not(prefix), gates.not(flags));
    crc.finish(begin, whole, content, tail);

    int lastBody =
        gates.mux(
            "last_body",
            asked,
            gates.number(identification.size() - 1L),
            gates.number(inference.size() - 1L));
    int lastPlace =
        gates.mux("last_place", tail, gates.number(SerialProtocol.CHECK - 1L), lastBody);
    int last = gates.and("last", crc.last(), gates.same("at_last", place, lastPlace));
    int restart = gates.or("restart", begin, last);
    int nextPlace = gates.mux("place_next", restart, gates.number(0), gates.more(place));
    gates.connect(place, nextPlace, gates.or("place_moves", restart, crc.last()));
    int enough = gates.and("enough", last, tail);
    int flagged = gates.and("flagged", take, flags);
    int closing = gates.flag("closing");
    int done = gates.and("done", flagged, closing);
    gates.setAndClear(tail, gates.and("tail_begins", last, gates.not(tail)), last);
    gates.setAndClear(closing, enough, begin);
    gates.setAndClear(flags, gates.or("flag_begins", begin, enough), flagged);
    gates.setAndClear(sending, begin, done);

    gates.output(LINE, uart.get(UartTransmitter.LINE));
    gates.output(DONE, done);
    return gates.build();
  }

  /** Whether a byte is neither flag nor escape, which differ in their two lowest bits. */
  private int plain(int content) {
    int high = gates.equal("special", gates.slice(content, 2, 6), SerialProtocol.FLAG >> 2);
    int differ = gates.xor("differ", gates.bit(content, 0), gates.bit(content, 1));
    return gates.not(gates.and("escapes", high, differ));
  }

  private int line(int content, int flags, int prefix, int escaped) {
    int turned = gates.xor("turned", gates.bit(content, 5), escaped);
    int sent = gates.concat("sent", gates.slice(content, 0, 5), turned, gates.slice(content, 6, 2));
    int stuffed = gates.mux("stuffed", prefix, gates.number(SerialProtocol.ESCAPE), sent);
    return gates.mux("line", flags, gates.number(SerialProtocol.FLAG), stuffed);
  }

  private List<Integer> answer(int kind) {
    List<Integer> bytes = new ArrayList<>();
    bytes.add(gates.number(kind + (long) SerialProtocol.ANSWER));
    bytes.add(gates.input(NUMBER, 8));
    bytes.add(gates.builder().extend(gates.input(STATUS, 1), 8));
    return bytes;
  }

  private List<Integer> result() {
    int result = gates.input(RESULT, 8 * layout.resultBytes());
    List<Integer> bytes = new ArrayList<>();
    for (int i = 0; i < layout.resultBytes(); i++) {
      bytes.add(gates.slice(result, 8 * i, 8));
    }
    return bytes;
  }

  private List<Integer> identification() {
    List<Integer> bytes = new ArrayList<>();
    bytes.add(gates.number(SerialProtocol.VERSION));
    for (int i = 0; i < SerialProtocol.IDENTITY; i++) {
      bytes.add(gates.number(Integer.parseInt(identity.substring(2 * i, 2 * i + 2), 16)));
    }
    bytes.add(gates.number(layout.requestBytes() & 0xff));
    bytes.add(gates.number(layout.requestBytes() >> 8));
    bytes.add(gates.number(layout.resultBytes() & 0xff));
    bytes.add(gates.number(layout.resultBytes() >> 8));
    bytes.add(gates.number(layout.window()));
    int rejected = gates.input(REJECTED, FrameReceiver.REJECTED_BITS);
    bytes.add(gates.slice(rejected, 0, 8));
    bytes.add(gates.slice(rejected, 8, 8));
    bytes.add(gates.input(DROPPED, FrameReceiver.DROPPED_BITS));
    return bytes;
  }
}
