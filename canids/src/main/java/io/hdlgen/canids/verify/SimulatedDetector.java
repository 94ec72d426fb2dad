package io.hdlgen.canids.verify;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.rtl.feature.DetectorPorts;
import io.hdlgen.canids.rtl.feature.FramePorts;
import io.hdlgen.canids.verify.DetectorEvent.Kind;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.cycle.Simulator;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;

/** A detector's netlist, simulated; brings frames to it cycle for cycle as frames.cpp does. */
public final class SimulatedDetector implements DetectorBench {
  private static final int ALERTS = 16;
  private static final int FIRST_OF_ALERT = 6;
  private static final int REGISTERS = 9;
  private static final int SETTLE = 20_000;
  private static final List<String> PULSES =
      List.of(
          FramePorts.SOF,
          FramePorts.ID_VALID,
          FramePorts.CONTROL_VALID,
          FramePorts.BYTE_VALID,
          FramePorts.DATA_END,
          FramePorts.FRAME_OK,
          FramePorts.FRAME_ERROR);

  private final Netlist netlist;
  private Simulator simulator;
  private DetectorEvent.Listener listener;
  private int number;
  private int random;
  private int stall;

  public SimulatedDetector(Netlist netlist) {
    this.netlist = netlist;
  }

  @Override
  public void run(int wait, Supplier<BusFrame> frames, DetectorEvent.Listener to) {
    simulator = new Simulator(netlist);
    listener = to;
    number = 0;
    random = 1;
    stall = 0;
    quiet();
    simulator.setReset(true);
    cycles(2);
    simulator.setReset(false);
    cycles(wait);
    for (BusFrame frame = frames.get(); frame != null; frame = frames.get()) {
      run(frame);
    }
    registers();
  }

  private void run(BusFrame bus) {
    BusFrame.Pace pace = bus.pace();
    random = pace.seed();
    stall = pace.stall();
    set(FramePorts.SEQ, number++ & 0xffff);
    set(FramePorts.TIME_US, bus.frame().timeUs());
    pulse(FramePorts.SOF);
    int end = bus.allParts() - 1;
    for (int part = 0; part < bus.parts(); part++) {
      if (part == end && bus.together()) {
        continue;
      }
      int bits = part == 0 ? 11 : part == 1 ? 7 : part < end ? 8 : 0;
      cycles(bits * pace.bit() + chance(pace.spread()) + (part == 1 ? 2 : 0));
      if (bus.together() && part + 1 == end && end < bus.parts()) {
        set(FramePorts.DATA_END, 1);
      }
      part(bus, part, end);
    }
    // Without an identifier, an error is the sixth dominant bit, the start of the frame counted.
    int bits = !bus.error() ? 24 : bus.parts() == 0 ? 5 : 1;
    cycles(bits * pace.bit() + chance(pace.spread()));
    pulse(bus.error() ? FramePorts.FRAME_ERROR : FramePorts.FRAME_OK);
    cycles(pace.idle());
  }

  private void part(BusFrame bus, int part, int end) {
    if (part == 0) {
      set(FramePorts.BASE_ID, FeatureExtractor.baseId(bus.frame()));
      pulse(FramePorts.ID_VALID);
    } else if (part == 1) {
      set(FramePorts.EXTENDED, bus.frame().extended() ? 1 : 0);
      set(FramePorts.REMOTE, bus.frame().remote() ? 1 : 0);
      set(FramePorts.LENGTH, bus.lengthCode());
      pulse(FramePorts.CONTROL_VALID);
    } else if (part < end) {
      set(FramePorts.BYTE, bus.frame().dataByte(part - 2));
      set(FramePorts.BYTE_INDEX, part - 2);
      pulse(FramePorts.BYTE_VALID);
    } else {
      pulse(FramePorts.DATA_END);
    }
  }

  private void registers() {
    stall = 0;
    cycles(SETTLE);
    for (int i = 0; i < FIRST_OF_ALERT; i++) {
      show(Kind.REGISTER, i);
    }
    for (int alert = 0; alert < ALERTS && value(DetectorPorts.INTERRUPT) == 1; alert++) {
      for (int i = FIRST_OF_ALERT; i < REGISTERS; i++) {
        show(Kind.ALERT, i);
      }
      set(DetectorPorts.POP, 1);
      cycle();
      set(DetectorPorts.POP, 0);
      cycles(4);
    }
  }

  private void show(Kind kind, int register) {
    set(DetectorPorts.REGISTER, register);
    cycle();
    simulator.evaluate();
    tell(kind, register, DetectorPorts.REGISTER_DATA);
  }

  private void pulse(String port) {
    set(port, 1);
    cycle();
    quiet();
  }

  private int chance(int most) {
    return most == 0 ? 0 : next() % (most + 1);
  }

  private int next() {
    random = random * 1_664_525 + 1_013_904_223;
    return random >>> 16;
  }

  private void quiet() {
    for (String port : PULSES) {
      set(port, 0);
    }
    int any = next();
    set(FramePorts.BASE_ID, any & 0x7ff);
    set(FramePorts.LENGTH, any & 15);
    set(FramePorts.EXTENDED, any >> 4 & 1);
    set(FramePorts.REMOTE, any >> 5 & 1);
    set(FramePorts.BYTE, any >> 6 & 255);
    set(FramePorts.BYTE_INDEX, any >> 13 & 7);
  }

  private void cycles(int count) {
    for (int i = 0; i < count; i++) {
      cycle();
    }
  }

  private void cycle() {
    boolean ready = stall == 0 || (next() & 255) >= stall;
    set(DetectorPorts.TAKE, ready ? 1 : 0);
    simulator.evaluate();
    if (value(DetectorPorts.FEATURES_VALID) == 1) {
      tell(Kind.FEATURES, 0, DetectorPorts.FEATURES);
    }
    if (ready && value(DetectorPorts.VALID) == 1) {
      tell(Kind.BEAT, 0, DetectorPorts.DATA);
    }
    if (value(DetectorPorts.ALARM) == 1) {
      listener.accept(new DetectorEvent(Kind.ALARM, 0, simulator.cycle(), BigInteger.ZERO));
    }
    simulator.clock();
  }

  private void tell(Kind kind, int place, String port) {
    BigInteger value = simulator.output(port).value();
    listener.accept(new DetectorEvent(kind, place, simulator.cycle(), value));
  }

  private long value(String port) {
    return simulator.output(port).toLong();
  }

  private void set(String port, long value) {
    simulator.setInput(port, value);
  }
}
