package io.hdlgen.canids.rtl.receiver.check;

import io.hdlgen.canids.rtl.receiver.ReceiverPorts;
import io.hdlgen.canids.wire.BusEvent;
import io.hdlgen.canids.wire.BusEvent.Fault;
import io.hdlgen.canids.wire.BusEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What the receiver's outputs say, clock by clock. */
final class OutputReader {
  private static final Map<Integer, Fault> FAULTS =
      Map.of(
          ReceiverPorts.STUFF, Fault.STUFF,
          ReceiverPorts.FLAG, Fault.FLAG,
          ReceiverPorts.CRC, Fault.CRC,
          ReceiverPorts.FORM, Fault.FORM,
          ReceiverPorts.FD_FRAME, Fault.FD_FRAME);

  private final List<BusEvent> events = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();

  /** All that has been said, {@code at} the clocks in which it was. */
  List<BusEvent> events() {
    return events;
  }

  /** The time in microseconds of each beginning. */
  List<Long> times() {
    return times;
  }

  /** Reads the outputs of one clock. */
  void read(long clock, ToLongFunction<String> outputs) {
    if (is(outputs, ReceiverPorts.SOF)) {
      say(Kind.START, value(outputs, ReceiverPorts.SEQUENCE), clock);
      times.add(outputs.applyAsLong(ReceiverPorts.TIME));
    }
    if (is(outputs, ReceiverPorts.ID_VALID)) {
      say(Kind.IDENTIFIER, value(outputs, ReceiverPorts.BASE_ID), clock);
    }
    if (is(outputs, ReceiverPorts.CONTROL_VALID)) {
      boolean extended = is(outputs, ReceiverPorts.EXTENDED);
      boolean remote = is(outputs, ReceiverPorts.REMOTE);
      int length = value(outputs, ReceiverPorts.LENGTH);
      say(Kind.CONTROL, BusEvent.control(extended, remote, length), clock);
    }
    if (is(outputs, ReceiverPorts.BYTE_VALID)) {
      int index = value(outputs, ReceiverPorts.BYTE_INDEX);
      say(Kind.BYTE, BusEvent.octet(index, value(outputs, ReceiverPorts.BYTE)), clock);
    }
    if (is(outputs, ReceiverPorts.DATA_END)) {
      say(Kind.DATA_END, 0, clock);
    }
    if (is(outputs, ReceiverPorts.FRAME_OK)) {
      say(Kind.VALID, value(outputs, ReceiverPorts.SEQUENCE), clock);
    }
    if (is(outputs, ReceiverPorts.FRAME_ERROR)) {
      Fault fault = FAULTS.get(value(outputs, ReceiverPorts.ERROR_KIND));
      say(Kind.INVALID, fault == null ? -1 : fault.ordinal(), clock);
    }
  }

  private static boolean is(ToLongFunction<String> outputs, String port) {
    return outputs.applyAsLong(port) != 0;
  }

  private static int value(ToLongFunction<String> outputs, String port) {
    return (int) outputs.applyAsLong(port);
  }

  private void say(Kind kind, int value, long clock) {
    events.add(new BusEvent(kind, value, clock));
  }
}
