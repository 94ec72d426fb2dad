package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.verify.BusFrame;
import io.hdlgen.canids.wire.Bus;
import io.hdlgen.canids.wire.BusEvent;
import java.util.ArrayList;
import java.util.List;

/** From what a listener learns to frames. */
final class WireFrames {
  private static final BusFrame.Pace NONE = new BusFrame.Pace(0, 0, 0, 0, 0);

  private static final int LOW_BITS = 18;

  private WireFrames() {}

  /**
   * A frame as a listener learns it, complete or not.
   *
   * @param start the bit of the line with which it begins
   * @param dataEnd the last bit before its check; -1 if it broke off before
   * @param end the bit that tells that it is valid, or none
   * @param code its length code on the wire, 0 to 15; -1 if it broke off before
   */
  record Heard(
      int start,
      int dataEnd,
      int end,
      int code,
      int parts,
      int baseId,
      int control,
      long data,
      boolean error) {
    boolean extended() {
      return (control & 32) != 0;
    }

    boolean remote() {
      return (control & 16) != 0;
    }

    /** As the reference takes it, begun at this time. */
    BusFrame at(long timeUs) {
      int id = extended() ? baseId << LOW_BITS : baseId;
      CanFrame frame =
          new CanFrame(timeUs, id, extended(), remote(), control & 15, data, Label.UNKNOWN);
      return new BusFrame(frame, control & 15, error, parts, false, NONE);
    }
  }

  /** All frames on a bus that have ended. */
  static List<Heard> of(Bus bus) {
    List<Heard> all = new ArrayList<>();
    Heard heard = null;
    for (BusEvent event : bus.expected()) {
      int at = (int) event.at();
      int value = event.value();
      switch (event.kind()) {
        case START -> heard = new Heard(at, -1, -1, -1, 0, 0, 0, 0, false);
        case IDENTIFIER -> heard = with(heard, -1, -1, value, 0, 0);
        case CONTROL ->
            heard = with(heard, -1, lengthCode(bus, heard.start(), at), heard.baseId(), value, 0);
        case BYTE -> {
          long octet = (value & 0xffL) << 8 * (value >> 8);
          long data = heard.data() | octet;
          heard = with(heard, -1, heard.code(), heard.baseId(), heard.control(), data);
        }
        case DATA_END ->
            heard = with(heard, at, heard.code(), heard.baseId(), heard.control(), heard.data());
        case VALID -> all.add(ended(heard, at, false));
        case INVALID -> all.add(ended(heard, at, true));
      }
    }
    return all;
  }

  private static Heard with(
      Heard heard, int dataEnd, int code, int baseId, int control, long data) {
    return new Heard(
        heard.start(), dataEnd, -1, code, heard.parts() + 1, baseId, control, data, false);
  }

  private static Heard ended(Heard heard, int at, boolean error) {
    return new Heard(
        heard.start(),
        heard.dataEnd(),
        at,
        heard.code(),
        heard.parts(),
        heard.baseId(),
        heard.control(),
        heard.data(),
        error);
  }

  /** The four bits up to and with the last one, without stuff bits. */
  private static int lengthCode(Bus bus, int start, int last) {
    int code = 0;
    int equal = 0;
    for (int bit = start; bit <= last; bit++) {
      boolean level = bus.line().isRecessive(bit);
      boolean stuff = equal == 5;
      equal = bit > start && level == bus.line().isRecessive(bit - 1) ? equal + 1 : 1;
      code = stuff ? code : (code << 1 | (level ? 1 : 0)) & 15;
    }
    return code;
  }
}
