package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.rtl.bus.BusPorts;
import io.hdlgen.canids.rtl.feature.DetectorPorts;
import io.hdlgen.canids.simulate.ClockedRun;
import io.hdlgen.canids.verify.DetectorEvent;
import io.hdlgen.canids.verify.DetectorEvent.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** All that a detector on a bus says, clock by clock. */
final class Recording {
  private final List<DetectorEvent> events = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();

  /** A frame begins, so the detector says, at this time. */
  record Start(long clock, long timeUs) {}

  /** In their order. */
  List<DetectorEvent> events() {
    return events;
  }

  /** In their order. */
  List<Start> starts() {
    return starts;
  }

  /** Takes the outputs of a clock in which the stream is read. */
  void read(long clock, ClockedRun.Outputs outputs) {
    if (outputs.number(BusPorts.SOF) != 0) {
      starts.add(new Start(clock, outputs.number(BusPorts.TIME)));
    }
    if (outputs.number(DetectorPorts.FEATURES_VALID) != 0) {
      add(Kind.FEATURES, 0, clock, outputs.value(DetectorPorts.FEATURES));
    }
    if (outputs.number(DetectorPorts.VALID) != 0) {
      add(Kind.BEAT, 0, clock, outputs.value(DetectorPorts.DATA));
    }
    if (outputs.number(DetectorPorts.ALARM) != 0) {
      add(Kind.ALARM, 0, clock, BigInteger.ZERO);
    }
  }

  /** Takes the register that is shown. */
  void register(Kind kind, int register, long clock, ClockedRun.Outputs outputs) {
    add(kind, register, clock, outputs.value(DetectorPorts.REGISTER_DATA));
  }

  private void add(Kind kind, int place, long clock, BigInteger value) {
    events.add(new DetectorEvent(kind, place, clock, value));
  }
}
