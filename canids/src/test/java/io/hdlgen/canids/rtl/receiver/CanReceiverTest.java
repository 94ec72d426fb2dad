package io.hdlgen.canids.rtl.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.rtl.receiver.check.ReceiverCheck;
import io.hdlgen.canids.rtl.receiver.check.ReceiverCheck.Result;
import io.hdlgen.canids.wire.Bus;
import io.hdlgen.canids.wire.BusEvent;
import io.hdlgen.canids.wire.BusEvent.Kind;
import io.hdlgen.canids.wire.BusTraffic;
import io.hdlgen.canids.wire.Nuisances;
import io.hdlgen.canids.wire.Waveform.Disturbance;
import io.hdlgen.canids.wire.WireFrame;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.hdl.verify.NetlistVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The receiver says what a listener learns, of everything that happens on a bus. */
final class CanReceiverTest {
  private static final ReceiverOptions OPTIONS = ReceiverOptions.of(16, 1_000_000);

  @TempDir Path folder;

  private static Bus traffic(long seed, Nuisances nuisances, int count) {
    BusTraffic traffic = new BusTraffic(seed, nuisances);
    traffic.send(count);
    return traffic.bus();
  }

  private static void assertRight(Result result) {
    assertThat(result.first()).isEmpty();
    assertThat(result.differences()).isZero();
  }

  @Test
  void verilogOnADisturbedBus() throws IOException, InterruptedException {
    VerilogTools.VERILATOR.require();
    Bus bus = traffic(1, Nuisances.of(0.005, 0.1, 0.4), 1200);
    Disturbance disturbance = new Disturbance(0.4, 0.4, 0.05);
    Result result = new ReceiverCheck(OPTIONS).inVerilator(bus, disturbance, 1, folder);
    assertRight(result);
    assertThat(result.valid()).isBetween(700, 1000);
    for (BusEvent.Fault fault : BusEvent.Fault.values()) {
      assertThat(result.seen())
          .anyMatch(e -> e.kind() == Kind.INVALID && e.value() == fault.ordinal());
    }
  }

  @Test
  void verilogIsTheSimulationClockByClock() throws IOException, InterruptedException {
    VerilogTools.VERILATOR.require();
    ReceiverCheck check = new ReceiverCheck(OPTIONS);
    Disturbance disturbance = new Disturbance(0.2, 1.5, 0.5);
    Bus bus = traffic(2, Nuisances.of(0.03, 0.3, 0.5), 60);
    List<BusEvent> inJava = check.inJava(bus, disturbance, 3).seen();
    assertThat(inJava).hasSizeGreaterThan(200);
    assertThat(check.inVerilator(bus, disturbance, 3, folder).seen()).isEqualTo(inJava);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0.002, 0.03, 0.25, 0",
    "10, 0.002, 0.03, 0.25, 0",
    "20, 0.005, 0.1, 0.5, 0.05",
    "40, 0.005, 0.1, 1.5, 0.05"
  })
  void otherNumbersOfClocksABit(
      int clocks, double tolerance, double delay, double jitter, double glitches) {
    Bus bus = traffic(clocks, Nuisances.of(tolerance, delay, 0.4), 150);
    Disturbance disturbance = new Disturbance(0.7, jitter, glitches);
    assertRight(
        new ReceiverCheck(ReceiverOptions.of(clocks, 1_000_000)).inJava(bus, disturbance, 1));
  }

  @Test
  void aNarrowJumpFollowsASmallerDifference() {
    ReceiverOptions narrow = new ReceiverOptions(new BitTiming(12, 7, 2), 7, 20);
    Bus bus = traffic(5, Nuisances.of(0.002, 0.02, 0.3), 150);
    assertRight(new ReceiverCheck(narrow).inJava(bus, new Disturbance(0, 0.2, 0), 1));
  }

  /** 2 % is within ISO's bound of 2.5 % between two clocks; without a jump it is lost at once. */
  @ParameterizedTest
  @CsvSource({"0.98", "1.02"})
  void aSenderWithAnotherClock(double bitLength) {
    Bus bus = traffic(6, Nuisances.clock(bitLength), 200);
    Result result = new ReceiverCheck(OPTIONS).inJava(bus, Disturbance.NONE, 1);
    assertRight(result);
    assertThat(result.valid()).isEqualTo(200);
    ReceiverOptions stiff = new ReceiverOptions(new BitTiming(11, 4, 1), 16, 32);
    assertThat(new ReceiverCheck(stiff).inJava(bus, Disturbance.NONE, 1).differences())
        .isPositive();
  }

  /** The receiver's reset ends somewhere in a frame. */
  @ParameterizedTest
  @CsvSource({"0", "1", "7", "23"})
  void joinsAfterElevenRecessiveBits(int skipped) {
    Bus bus = new Bus();
    WireFrame frame = new WireFrame(0x2a5, false, false, 4, 0x1122_aa55L, true, false);
    for (int i = skipped; i < frame.stuffed().size(); i++) {
      bus.bit(frame.stuffed().get(i));
    }
    for (int i = 0; i < 3; i++) {
      bus.bit(true);
      bus.bit(false);
      bus.bits(true, 8 + 3);
      for (int k = 0; k < frame.stuffed().size(); k++) {
        bus.bit(frame.stuffed().get(k));
      }
    }
    bus.bits(true, 20);
    assertThat(bus.expected()).extracting(BusEvent::kind).startsWith(Kind.START);
    assertRight(new ReceiverCheck(OPTIONS).inJava(bus, new Disturbance(0.5, 0, 0), 1));
  }

  /** By hand, not from the listener: the clocks of all pulses of one frame. */
  @Test
  void pulsesComeWithTheirBits() {
    WireFrame frame = new WireFrame(0x555, false, false, 4, 0xaa55_aa55L, true, false);
    // No run of five before the check: start, 11, RTR, IDE, r0, 4 of the length, 32 of the data.
    assertThat(frame.stuffed().toString())
        .startsWith("0" + "10101010101" + "000" + "0100" + "01010101" + "10101010");
    Bus bus = new Bus();
    int idle = 20;
    bus.bits(true, idle - 1);
    // The frame begins half a bit late: its first edge alone says where bits are.
    bus.bit(true, 1.5);
    for (int i = 0; i < frame.stuffed().size(); i++) {
      bus.bit(frame.stuffed().get(i));
    }
    bus.bits(true, 1);
    bus.bits(false, 1);
    bus.bits(true, 8 + 3);
    List<BusEvent> seen = new ReceiverCheck(OPTIONS).inJava(bus, Disturbance.NONE, 1).seen();
    int end = frame.stuffed().size();
    List<BusEvent> expected = new ArrayList<>();
    expected.add(pulse(Kind.START, 0, idle));
    expected.add(pulse(Kind.IDENTIFIER, 0x555, idle + 11));
    expected.add(pulse(Kind.CONTROL, 4, idle + 18));
    int[] octets = {0x55, 0xaa, 0x55, 0xaa};
    for (int i = 0; i < octets.length; i++) {
      expected.add(pulse(Kind.BYTE, BusEvent.octet(i, octets[i]), idle + 26 + 8 * i));
    }
    expected.add(pulse(Kind.DATA_END, 0, idle + 50));
    // Delimiter, acknowledgement, delimiter, then the sixth bit of the end.
    expected.add(pulse(Kind.VALID, 0, idle + end + 3 + 5));
    assertThat(seen).isEqualTo(expected);
  }

  private static BusEvent pulse(Kind kind, int value, int bit) {
    int samplePoint = 11;
    return new BusEvent(kind, value, 16L * bit + 8 + samplePoint + CanReceiver.LATENCY_CYCLES);
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void everyToolReadsTheVerilog(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    ReceiverOptions options = new ReceiverOptions(new BitTiming(30, 19, 3), 1, 26);
    NetlistVerifier.verify(CanReceiver.netlist(options));
    tool.assertClean(
        "CAN receiver",
        folder,
        CanReceiver.NAME,
        ReceiverCheck.verilog(CanReceiver.netlist(options)));
  }
}
