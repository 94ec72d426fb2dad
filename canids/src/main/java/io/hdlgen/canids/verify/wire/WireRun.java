package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.rtl.bus.BusPorts;
import io.hdlgen.canids.rtl.feature.DetectorPorts;
import io.hdlgen.canids.rtl.feature.DetectorRegisters;
import io.hdlgen.canids.simulate.ClockedRun;
import io.hdlgen.canids.verify.DetectorEvent.Kind;
import io.hdlgen.canids.wire.Waveform;
import io.hdlgen.flow.progress.Progress;

/**
 * A waveform on the line of a detector, and then all its registers and alerts: by a timetable, as
 * inputs are given before outputs have been seen.
 */
final class WireRun implements ClockedRun.Driver, ClockedRun.Reader {
  private static final int MOST_ALERTS = 16;

  /** Clocks from the end of the line to the first register: the last verdict is long out. */
  private static final int SETTLE = 20_000;

  /** Clocks for a register: it is shown in the one after that which asks for it. */
  private static final int SHOW = 2;

  /**
   * Clocks for an alert: its registers, the pulse that drops it, and until the next one is there.
   */
  private static final int ALERT = 16;

  private static final int FIRST_OF_ALERT = DetectorRegisters.ALERT_FRAME.ordinal();
  private static final int OF_ALERT = DetectorRegisters.values().length - FIRST_OF_ALERT;
  private static final int ALERTS_FROM = SHOW * FIRST_OF_ALERT;
  private static final int POP = SHOW * OF_ALERT;
  private static final int STEP = 1 << 16;

  private final Waveform wave;
  private final Progress progress;
  private final Recording recording = new Recording();

  /** The first clock of the timetable; set before that clock is given. */
  private volatile long end = Long.MAX_VALUE / 2;

  WireRun(Waveform wave, Progress progress) {
    this.wave = wave;
    this.progress = progress;
  }

  /** What has been said. */
  Recording recording() {
    return recording;
  }

  @Override
  public boolean drive(long clock, ClockedRun.Pins pins) {
    pins.set(DetectorPorts.TAKE, 1);
    if (clock < end && clock >= 0 && !wave.hasNext()) {
      end = clock;
    }
    if (clock % STEP == 0) {
      progress.step(clock);
    }
    boolean isRecessive = clock < 0 || clock >= end || wave.next();
    pins.set(BusPorts.LINE, isRecessive ? 1 : 0);
    if (clock < end) {
      return true;
    }
    long at = clock - end - SETTLE;
    int shown = shown(at);
    pins.set(DetectorPorts.REGISTER, Math.max(0, shown));
    pins.set(DetectorPorts.POP, ofAlert(at) == POP ? 1 : 0);
    return at < ALERTS_FROM + ALERT * MOST_ALERTS;
  }

  @Override
  public void read(long clock, ClockedRun.Outputs outputs) {
    recording.read(clock, outputs);
    long at = clock - end - SETTLE;
    int shown = at < 0 ? -1 : shown(at);
    if (shown < 0 || at % SHOW == 0) {
      return;
    }
    if (shown < FIRST_OF_ALERT) {
      recording.register(Kind.REGISTER, shown, clock, outputs);
    } else if (outputs.number(DetectorPorts.INTERRUPT) != 0) {
      recording.register(Kind.ALERT, shown, clock, outputs);
    }
  }

  /** Which register is asked for; -1 for none. */
  private static int shown(long at) {
    if (at < 0) {
      return -1;
    }
    int place = ofAlert(at);
    int register = at < ALERTS_FROM ? (int) at / SHOW : FIRST_OF_ALERT + place / SHOW;
    return register < FIRST_OF_ALERT + OF_ALERT ? register : -1;
  }

  /** The clock within the turn of an alert; -1 before the first one. */
  private static int ofAlert(long at) {
    return at < ALERTS_FROM ? -1 : (int) (at - ALERTS_FROM) % ALERT;
  }
}
