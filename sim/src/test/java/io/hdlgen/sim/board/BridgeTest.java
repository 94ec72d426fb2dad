package io.hdlgen.sim.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.board.BoardOptions;
import io.hdlgen.hdl.board.BoardOptions.Reset;
import io.hdlgen.hdl.board.BoardTop;
import io.hdlgen.hdl.board.WireLayout;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.TestDesign;
import io.hdlgen.sim.cycle.Simulator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bridge between a serial line and the core answers what is right, and nothing else. */
final class BridgeTest {
  private static final int CYCLES_PER_BIT = 12;
  private static final String IDENTITY = "7e7d0123456789ab";
  private static final int QUIET = 5;

  private final Random random = new Random(3);
  private HardwareDesign hardware;
  private ReferenceModel reference;
  private IntegerNetwork network;
  private WireLayout layout;
  private Simulator board;
  private Line line;

  private void build(Architecture architecture) {
    TestDesign design = TestDesign.of(architecture, 2);
    hardware = design.hardware();
    network = design.network();
    reference = new ReferenceModel(network);
    BoardOptions options =
        new BoardOptions(CYCLES_PER_BIT * 1_000_000L, 1_000_000, Reset.NONE, 4, true, IDENTITY);
    BoardTop top = BoardTop.of(options, hardware.signature());
    layout = top.layout();
    board = new Simulator(top.bridge(hardware.netlist()));
    line = new Line(board, CYCLES_PER_BIT);
  }

  private long[] codes() {
    return network.inputs().stream()
        .mapToLong(
            input ->
                input.encoding() == Encoding.BIPOLAR
                    ? 2 * random.nextInt(2) - 1
                    : input.min() + random.nextInt((int) (input.max() - input.min() + 1)))
        .toArray();
  }

  private byte[] request(int number, long[] codes) {
    BigInteger[] beats = new BigInteger[layout.beats()];
    java.util.Arrays.fill(beats, BigInteger.ZERO);
    for (int i = 0; i < codes.length; i++) {
      Field field = layout.inputs().get(i);
      long code = field.encoding() == Encoding.BIPOLAR ? (codes[i] + 1) / 2 : codes[i];
      long bits = code & ((1L << field.width()) - 1);
      beats[field.beat()] = beats[field.beat()].or(BigInteger.valueOf(bits).shiftLeft(field.low()));
    }
    byte[] request = new byte[2 + layout.requestBytes()];
    request[0] = 1;
    request[1] = (byte) number;
    for (int i = 0; i < layout.requestBytes(); i++) {
      int beat = i / layout.beatBytes();
      request[2 + i] = beats[beat].shiftRight(8 * (i % layout.beatBytes())).byteValue();
    }
    return request;
  }

  private byte[] answer(int number, long[] codes) {
    Inference inference = reference.infer(codes);
    BigInteger beat = BigInteger.ZERO;
    for (Field field : layout.outputs()) {
      long value =
          field.name().equals("class")
              ? inference.classIndex()
              : inference.scores().get(Integer.parseInt(field.name().substring(6)));
      BigInteger mask = BigInteger.ONE.shiftLeft(field.width()).subtract(BigInteger.ONE);
      beat = beat.or(BigInteger.valueOf(value).and(mask).shiftLeft(field.low()));
    }
    byte[] answer = new byte[3 + layout.resultBytes()];
    answer[0] = (byte) 0x81;
    answer[1] = (byte) number;
    for (int i = 0; i < layout.resultBytes(); i++) {
      answer[3 + i] = beat.shiftRight(8 * i).byteValue();
    }
    return answer;
  }

  /** Rejected and dropped frames, after a look at the rest. */
  private int[] identify() {
    line.send(Line.frame((byte) 2, (byte) 77));
    List<byte[]> answers = line.run(QUIET);
    assertThat(answers).hasSize(1);
    byte[] answer = answers.get(0);
    assertThat(answer).hasSize(3 + 17);
    assertThat(answer).startsWith(0x82, 77, 0, 1);
    assertThat(HexFormat.of().formatHex(answer, 4, 12)).isEqualTo(IDENTITY);
    assertThat(word(answer, 12)).isEqualTo(layout.requestBytes());
    assertThat(word(answer, 14)).isEqualTo(layout.resultBytes());
    assertThat(answer[16]).isEqualTo((byte) layout.window());
    return new int[] {word(answer, 17), answer[19] & 0xff};
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void requestsAreAnsweredInOrder(Architecture architecture) {
    build(architecture);
    int[] errors = identify();
    assertThat(errors).containsExactly(0, 0);
    for (int round = 0; round < 40; round++) {
      List<byte[]> expected = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(layout.window()); i++) {
        long[] codes = codes();
        int number = random.nextInt(256);
        line.send(Line.frame(request(number, codes)));
        line.level(1, random.nextInt(3) * random.nextInt(40));
        expected.add(answer(number, codes));
      }
      assertThat(line.run(QUIET)).as("round %d", round).containsExactlyElementsOf(expected);
    }
    assertThat(identify()).containsExactly(0, 0);
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void framesWithErrorsAreCountedAndNotAnswered(Architecture architecture) {
    build(architecture);
    int rejected = 0;
    for (int round = 0; round < 60; round++) {
      byte[] good = Line.frame(request(round, codes()));
      byte[] bad = good.clone();
      int at = 1 + random.nextInt(bad.length - 2);
      bad[at] ^= (byte) (1 << random.nextInt(8));
      boolean cut = bad[at] == 0x7e;
      bad[at] = cut ? (byte) (good[at] ^ 0x80) : bad[at];
      line.send(bad);
      rejected++;
      long[] codes = codes();
      line.send(Line.frame(request(200, codes)));
      assertThat(line.run(QUIET)).containsExactly(answer(200, codes));
    }
    assertThat(identify()).containsExactly(rejected, 0);
  }

  @Test
  void garbageEndsWithTheNextFlag() {
    build(Architecture.FOLDED);
    for (int round = 0; round < 40; round++) {
      for (int i = random.nextInt(100); i > 0; i--) {
        switch (random.nextInt(8)) {
          case 0 -> line.send(0x7d);
          case 1 -> line.send(random.nextInt(256), 0);
          case 2 -> line.level(random.nextInt(2), random.nextInt(300));
          default -> line.send(random.nextInt(256));
        }
      }
      line.level(1, 11 * CYCLES_PER_BIT);
      long[] codes = codes();
      line.send(Line.frame(request(round, codes)));
      assertThat(line.run(QUIET)).as("round %d", round).containsExactly(answer(round, codes));
    }
    assertThat(identify()[0]).isPositive();
  }

  @Test
  void framesOfWrongLengthOrKindAreRejected() {
    build(Architecture.UNROLLED);
    byte[] right = request(5, codes());
    line.send(Line.frame(java.util.Arrays.copyOf(right, right.length - 1)));
    line.send(Line.frame(java.util.Arrays.copyOf(right, right.length + 1)));
    line.send(Line.frame(java.util.Arrays.copyOf(right, right.length + 16)));
    line.send(Line.frame(java.util.Arrays.copyOf(right, right.length + 300)));
    byte[] unknown = right.clone();
    unknown[0] = 3;
    line.send(Line.frame(unknown));
    line.send(Line.frame((byte) 2, (byte) 1, (byte) 0));
    line.send(new byte[] {0x7e, 0x7d, 0x7e});
    assertThat(line.run(QUIET)).isEmpty();
    assertThat(identify()).containsExactly(7, 0);
  }

  @Test
  void aHostThatSendsTooFarAheadLosesFramesAndIsTold() {
    build(Architecture.FOLDED);
    int sent = 3 * layout.window() + 12;
    for (int i = 0; i < sent; i++) {
      line.send(Line.frame((byte) 2, (byte) i));
    }
    int answered = line.run(QUIET).size();
    assertThat(answered).isBetween(layout.window(), sent - 1);
    assertThat(identify()).containsExactly(0, sent - answered);
  }

  @Test
  void glitchesAreNothing() {
    build(Architecture.UNROLLED);
    for (int i = 0; i < 50; i++) {
      line.level(1, 40 + random.nextInt(9));
      line.level(0, 1 + random.nextInt(CYCLES_PER_BIT / 2 - 2));
    }
    line.level(1, 40);
    assertThat(identify()).containsExactly(0, 0);
  }

  @Test
  void diodesShowTheClass() {
    build(Architecture.UNROLLED);
    line.run(QUIET);
    assertThat(board.output("led_o").toLong()).isEqualTo(0b1011);
    for (int i = 0; i < 20; i++) {
      long[] codes = codes();
      line.send(Line.frame(request(i, codes)));
      line.run(QUIET);
      long alive = i % 2 == 0 ? 0 : 4;
      long lit = reference.infer(codes).classIndex() | alive;
      assertThat(board.output("led_o").toLong()).isEqualTo(~lit & 15);
    }
  }
}
