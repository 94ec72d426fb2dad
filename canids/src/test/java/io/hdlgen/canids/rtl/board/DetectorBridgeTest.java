package io.hdlgen.canids.rtl.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.canids.rtl.bus.BusDetector;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.rtl.receiver.ReceiverOptions;
import io.hdlgen.canids.simulate.ClockedRun;
import io.hdlgen.canids.verify.RandomDetector;
import io.hdlgen.canids.wire.BusTraffic;
import io.hdlgen.canids.wire.Nuisances;
import io.hdlgen.canids.wire.Waveform;
import io.hdlgen.canids.wire.WireFrame;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.board.BoardOptions;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorBridgeTest {
  private static final int CLOCKS_PER_BIT = 12;
  private static final FeatureSpec SPEC =
      new FeatureSpec(1, List.of(FrameField.ID_HIGH, FrameField.ID_LOW, FrameField.BYTE_0));

  /** Says a class by chance; the classes 1 and 2 are attacks. */
  private static final IntegerNetwork NETWORK = RandomDetector.network(SPEC, List.of(4), 3, 5);

  private static final BoardOptions BOARD =
      new BoardOptions(
          12_000_000, 1_000_000, BoardOptions.Reset.NONE, 5, false, "0123456789abcdef");

  @TempDir private Path folder;

  /** They come faster than text goes out: some find no place in the queue, and that is said. */
  @Test
  void alertsGoOutAsText() {
    List<WireFrame> sent = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    int benign = 0;
    for (int i = 0; expected.size() < 32; i++) {
      boolean extended = i % 5 == 4;
      int id = extended ? 0x5678 + (i << 18) : i;
      WireFrame frame = new WireFrame(id, extended, false, 1, 17L * i & 0xff, true, false);
      if (classOf(frame) > 0) {
        sent.add(frame);
        expected.add(" %s%03x %02x ".formatted(extended ? "x" : "0", i, classOf(frame)));
      } else if (benign++ < 5) {
        sent.add(frame);
      }
    }
    List<String> lines = run(sent).lines;
    assertThat(lines).hasSizeBetween(17, 31);
    assertThat(lines.get(0)).endsWith(" 0000");
    assertThat(lines.get(lines.size() - 1)).endsWith(" %04x".formatted(32 - lines.size()));
    assertThat(expected).anyMatch(text -> text.startsWith(" x"));
    int next = 0;
    long last = 0;
    for (int k = 0; k < lines.size(); k++) {
      String line = lines.get(k);
      assertThat(line).matches("[0-9a-f]{8} [0x][0-9a-f]{3} [0-9a-f]{2} [0-9a-f]{4}");
      // None is lost while there is room in the queue.
      assertThat(expected.subList(next, k < 16 ? k + 1 : expected.size()))
          .contains(line.substring(8, 17));
      next = expected.indexOf(line.substring(8, 17)) + 1;
      long time = Long.parseLong(line.substring(0, 8), 16);
      assertThat(time - last).isBetween(40L, 5000L);
      last = time;
    }
  }

  @Test
  void diodesShowAlarmsAndClasses() {
    WireFrame attack = frame(2);
    WireFrame benign = frame(0);
    assertThat(run(List.of(benign)).leds).isZero();
    int leds = run(List.of(attack, benign)).leds;
    assertThat(leds & 1).as("alarm").isOne();
    assertThat(leds >> 1 & 1).as("fewer than 64 frames").isZero();
    assertThat(leds >> 2 & 1).as("no error").isZero();
    assertThat(leds >> 3).as("class").isEqualTo(2);
  }

  private static WireFrame frame(int found) {
    for (int k = 0; k < 0x80000; k++) {
      WireFrame frame = new WireFrame(k >> 8, false, false, 1, k & 0xff, true, false);
      if (classOf(frame) == found) {
        return frame;
      }
    }
    throw new AssertionError("no frame is of class " + found);
  }

  private static int classOf(WireFrame frame) {
    long[] codes = {
      frame.baseId() >> 8, frame.baseId() & 0xff, frame.bytes() == 0 ? 0 : frame.data() & 0xff
    };
    return new ReferenceModel(NETWORK).classify(new long[][] {codes}, 1)[0];
  }

  /** What a board has said. */
  private static final class Run {
    private final List<String> lines = new ArrayList<>();
    private int leds;
  }

  private static Run run(List<WireFrame> frames) {
    int[] next = {0};
    BusTraffic traffic =
        new BusTraffic(1, Nuisances.clock(1), () -> frames.get(next[0]++ % frames.size()));
    traffic.bus().bits(true, 40);
    traffic.send(frames.size());
    traffic.bus().bits(true, 16 * 260);
    Waveform wave =
        new Waveform(traffic.bus().line(), CLOCKS_PER_BIT, Waveform.Disturbance.NONE, 1);
    Run run = new Run();
    UartText text = new UartText(BOARD.cyclesPerBit());
    ClockedRun.inJava(
        DetectorBridge.of(BOARD, netlist()),
        (clock, pins) -> {
          if (clock >= 0 && !wave.hasNext()) {
            return false;
          }
          pins.set("can_rx_i", clock < 0 || wave.next() ? 1 : 0);
          return true;
        },
        (clock, outputs) -> {
          text.take(outputs.number("uart_tx_o") != 0);
          run.leds = (int) outputs.number("led_o");
        });
    run.lines.addAll(text.text().lines().toList());
    return run;
  }

  private static Netlist netlist() {
    HardwareDesign core = RandomDetector.core(NETWORK, Architecture.FOLDED);
    Netlist alone =
        DetectorHardware.of(
            BusDetector.detectorName("ids"),
            SPEC,
            NETWORK,
            core.netlist(),
            core.signature(),
            Set.of(1, 2));
    return BusDetector.of("ids", alone, ReceiverOptions.of(CLOCKS_PER_BIT, 1_000_000));
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void everyToolReadsTheVerilog(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    Netlist detector = netlist();
    List<VerilogFile> files =
        new ArrayList<>(
            new VerilogEmitter(List.of("A test."), (layer, neuron) -> List.of()).emit(detector));
    List<VerilogFile> board = DetectorBridge.files(BOARD, detector, List.of("A test."));
    assertThat(board.get(board.size() - 1).text())
        .contains("input  wire can_rx_i,", "output wire uart_tx_o,", "output wire [4:0] led_o");
    files.addAll(board);
    tool.assertClean("board of a detector", folder, "hdlgen_board", files);
  }

  /** Reads a serial line, a clock at a time. */
  private static final class UartText {
    private final int cycles;
    private final StringBuilder text = new StringBuilder();
    private int clock = -1;
    private int bits;

    UartText(int cycles) {
      this.cycles = cycles;
    }

    void take(boolean high) {
      if (clock < 0) {
        clock = high ? -1 : 0;
        bits = 0;
        return;
      }
      clock++;
      int bit = clock / cycles;
      if (clock % cycles == cycles / 2 && bit > 0) {
        if (bit <= 8) {
          bits |= (high ? 1 : 0) << (bit - 1);
        } else {
          assertThat(high).as("stop bit").isTrue();
          text.append((char) bits);
          clock = -1;
        }
      }
    }

    String text() {
      return text.toString();
    }
  }
}
