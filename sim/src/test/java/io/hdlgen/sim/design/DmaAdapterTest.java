package io.hdlgen.sim.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.dma.DmaAdapter;
import io.hdlgen.hdl.dma.DmaWords;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.sim.check.PortRecords;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adapter between two memories and a design that is played here. */
final class DmaAdapterTest {
  private static final int CYCLES = 5_000;

  @TempDir Path folder;

  /** A word on its way, and whether it is the last one of its packet. */
  private record Word(BigInteger bits, boolean last) {}

  @ParameterizedTest
  @CsvSource({
    "64, 16, 1, 8",
    "64, 64, 3, 64",
    "32, 40, 2, 72",
    "8, 24, 4, 24",
    "8, 1568, 1, 8",
    "32, 8, 2, 40"
  })
  void carriesPacketsWithoutLoss(int wordBits, int beatBits, int beats, int resultBits) {
    for (int seed = 0; seed < 30; seed++) {
      Play play = new Play(new DmaWords(wordBits, beatBits, beats, resultBits), seed);
      play.run();
      assertThat(play.seen).as("beats, seed %d", seed).isEqualTo(play.beats);
      assertThat(play.written).as("results, seed %d", seed).isEqualTo(play.results);
      assertThat(play.error()).as("error, seed %d", seed).isFalse();
    }
  }

  /** As many cycles as words, and no more, once the first beat is through. */
  @Test
  void keepsPace() {
    Play play = new Play(new DmaWords(32, 96, 1, 32), 1);
    play.paused = false;
    play.run();
    assertThat(play.cycles).isLessThan(play.sentWords + 12L * play.packets);
  }

  @Test
  void tellsOfPacketsThatEndWithinAnInference() {
    Simulator simulator = new Simulator(DmaAdapter.of("a", new DmaWords(8, 16, 1, 8)));
    reset(simulator);
    simulator.setInput("s_axis_tvalid", 1);
    simulator.setInput("s_axis_tlast", 1);
    step(simulator);
    step(simulator);
    simulator.evaluate();
    assertThat(simulator.output("error_o").toLong()).isOne();
  }

  @Test
  void tellsOfResultsWithoutLast() {
    Simulator simulator = new Simulator(DmaAdapter.of("a", new DmaWords(8, 16, 1, 8)));
    reset(simulator);
    simulator.setInput("s_result_tvalid", 1);
    step(simulator);
    simulator.evaluate();
    assertThat(simulator.output("error_o").toLong()).isOne();
  }

  /** Whatever comes in, resets too. */
  @Test
  void javaAndVerilogAgreeInEveryCycle() throws IOException {
    Tools.need("verilator");
    DmaWords words = new DmaWords(32, 40, 3, 72);
    Netlist netlist = DmaAdapter.of("adapter", words);
    VerilogFile file = DmaAdapter.verilog("adapter", words, List.of("A test"));
    Path source = Files.writeString(folder.resolve(file.name()), file.text());
    VerilatorModel model =
        VerilatorModel.build(
            new PortRecords(netlist).verilog(List.of(source)),
            VerilatorOptions.standard().withCache(folder.resolve("cache")));
    Simulator simulator = new Simulator(netlist);
    RecordLayout in = model.inputs();
    RecordLayout out = model.outputs();
    Random random = new Random(2);
    List<String> wrong = new ArrayList<>();
    int[] made = {0};
    long compared =
        model.run(
            5,
            (inputs, at, note, noteAt) -> {
              if (made[0] == CYCLES) {
                return false;
              }
              boolean reset = made[0]++ < 2 || random.nextInt(300) == 0;
              simulator.setReset(reset);
              inputs[at + in.offset("rst_i")] = (byte) (reset ? 1 : 0);
              for (Node.Input port : netlist.top().inputs()) {
                simulator.setInput(port.name(), new BigInteger(port.width(), random));
              }
              simulator.evaluate();
              for (int i = 0; i < netlist.top().nodes().size(); i++) {
                if (netlist.top().node(i) instanceof Node.Input port) {
                  simulator.probe(List.of(), i).write(inputs, at + in.offset(port.name()));
                }
              }
              for (Port port : out.ports()) {
                simulator.output(port.name()).write(note, noteAt + out.offset(port.name()));
              }
              simulator.clock();
              return true;
            },
            out.size(),
            (cycle, note, noteAt, outputs, at) -> {
              for (Port port : out.ports()) {
                String name = port.name();
                // What a register without reset holds is unknown until it is loaded.
                String valid = name.replaceFirst("_t(data|last)$", "_tvalid");
                boolean known = valid.equals(name) || note[noteAt + out.offset(valid)] != 0;
                BigInteger expected = out.value(note, noteAt, port);
                if (cycle >= 1 && known && !expected.equals(out.value(outputs, at, port))) {
                  wrong.add("cycle %d %s".formatted(cycle, name));
                }
              }
              return wrong.isEmpty();
            });
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(CYCLES);
  }

  private static void reset(Simulator simulator) {
    simulator.setReset(true);
    step(simulator);
    simulator.setReset(false);
    simulator.evaluate();
    assertThat(simulator.output("s_axis_tready").toLong()).as("ready in reset").isZero();
    step(simulator);
  }

  private static void step(Simulator simulator) {
    simulator.evaluate();
    simulator.clock();
  }

  /** Random packets, random pauses, and a design whose result is a function of its beats. */
  private static final class Play {
    private final DmaWords words;
    private final Random random;
    private final Simulator simulator;
    private final Deque<Word> toSend = new ArrayDeque<>();
    private final List<Word> beats = new ArrayList<>();
    private final List<Word> results = new ArrayList<>();
    private final List<Word> seen = new ArrayList<>();
    private final List<Word> written = new ArrayList<>();
    private final Deque<BigInteger> inside = new ArrayDeque<>();
    private final int packets;
    private final int sentWords;
    private boolean paused = true;
    private BigInteger sum = BigInteger.ZERO;
    private long cycles;

    Play(DmaWords words, int seed) {
      this.words = words;
      this.random = new Random(seed);
      this.simulator = new Simulator(DmaAdapter.of("adapter", words));
      this.packets = 3;
      for (int packet = 0; packet < packets; packet++) {
        int inferences = 1 + random.nextInt(6);
        for (int i = 0; i < inferences; i++) {
          inference(i == inferences - 1);
        }
      }
      this.sentWords = toSend.size();
    }

    private void inference(boolean last) {
      BigInteger total = BigInteger.ZERO;
      for (int beat = 0; beat < words.beats(); beat++) {
        BigInteger bits = new BigInteger(words.beatBits(), random);
        boolean lastBeat = beat == words.beats() - 1;
        beats.add(new Word(bits, lastBeat));
        total = total.add(bits);
        List<Word> parts = cut(bits, words.beatWords(), last && lastBeat);
        toSend.addAll(parts);
      }
      results.addAll(cut(resultOf(total), words.resultWords(), last));
    }

    private BigInteger resultOf(BigInteger total) {
      return total
          .multiply(BigInteger.valueOf(77))
          .mod(BigInteger.ONE.shiftLeft(words.resultBits()));
    }

    private List<Word> cut(BigInteger bits, int count, boolean last) {
      List<Word> parts = new ArrayList<>();
      BigInteger mask = BigInteger.ONE.shiftLeft(words.wordBits()).subtract(BigInteger.ONE);
      for (int k = 0; k < count; k++) {
        BigInteger part = bits.shiftRight(k * words.wordBits()).and(mask);
        parts.add(new Word(part, last && k == count - 1));
      }
      return parts;
    }

    private boolean coin() {
      return !paused || random.nextBoolean();
    }

    boolean error() {
      return simulator.output("error_o").toLong() != 0;
    }

    void run() {
      reset(simulator);
      boolean offered = false;
      boolean answered = false;
      Word waiting = null;
      while (written.size() < results.size()) {
        assertThat(cycles++).as("cycles").isLessThan(100_000);
        offered = !toSend.isEmpty() && (offered || coin());
        answered = !inside.isEmpty() && (answered || coin());
        boolean takesBeat = inside.size() < 3 && coin();
        boolean takesWord = coin();
        simulator.setInput("s_axis_tvalid", offered ? 1 : 0);
        simulator.setInput("s_axis_tdata", offered ? toSend.peek().bits() : BigInteger.ONE);
        simulator.setInput("s_axis_tlast", offered && toSend.peek().last() ? 1 : 0);
        simulator.setInput("m_beat_tready", takesBeat ? 1 : 0);
        simulator.setInput("s_result_tvalid", answered ? 1 : 0);
        simulator.setInput("s_result_tdata", answered ? inside.peek() : BigInteger.ONE);
        simulator.setInput("s_result_tlast", answered ? 1 : 0);
        simulator.setInput("m_axis_tready", takesWord ? 1 : 0);
        simulator.evaluate();
        boolean sent = offered && high("s_axis_tready");
        boolean beat = takesBeat && high("m_beat_tvalid");
        boolean result = answered && high("s_result_tready");
        if (high("m_axis_tvalid")) {
          Word word = new Word(simulator.output("m_axis_tdata").value(), high("m_axis_tlast"));
          assertThat(waiting == null || waiting.equals(word)).as("held while waiting").isTrue();
          waiting = takesWord ? null : word;
          if (takesWord) {
            written.add(word);
          }
        } else {
          assertThat(waiting).as("withdrawn").isNull();
        }
        if (beat) {
          take(new Word(simulator.output("m_beat_tdata").value(), high("m_beat_tlast")));
        }
        simulator.clock();
        if (sent) {
          toSend.remove();
          offered = false;
        }
        if (result) {
          inside.remove();
          answered = false;
        }
      }
    }

    private void take(Word beat) {
      seen.add(beat);
      sum = sum.add(beat.bits());
      if (beat.last()) {
        inside.add(resultOf(sum));
        sum = BigInteger.ZERO;
      }
    }

    private boolean high(String port) {
      return simulator.output(port).toLong() != 0;
    }
  }
}
