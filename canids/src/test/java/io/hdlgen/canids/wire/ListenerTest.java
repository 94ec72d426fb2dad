package io.hdlgen.canids.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hdlgen.canids.wire.BusEvent.Fault;
import io.hdlgen.canids.wire.BusEvent.Kind;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The listener against frames whose content is known. */
final class ListenerTest {
  private static final WireFrame FRAME =
      new WireFrame(0x123, false, false, 4, 0xbeefL, true, false);

  private final Bus bus = new Bus();

  private static BusEvent event(Kind kind, int value, long at) {
    return new BusEvent(kind, value, at);
  }

  private List<Kind> kinds() {
    return bus.expected().stream().map(BusEvent::kind).toList();
  }

  private void listen(String bits) {
    bits.chars().filter(bit -> bit != ' ').forEach(bit -> bus.bit(bit == '1'));
  }

  private static final String JOIN = "11111111111";

  @Test
  void aFrameIsLearntBitByBit() {
    // The identifier has a run of no five equal bits, and neither has what follows but the check.
    assertThat(FRAME.stuffed().toString()).startsWith("0 00100100011 000 0100".replace(" ", ""));
    listen(JOIN + FRAME.stuffed() + "1 01 1111111 111");
    int end = 11 + FRAME.stuffed().size();
    assertThat(bus.expected())
        .contains(
            event(Kind.START, 0, 11),
            event(Kind.IDENTIFIER, 0x123, 11 + 11),
            event(Kind.CONTROL, 4, 11 + 18),
            event(Kind.VALID, 0, end + 3 + 5))
        .hasSize(9);
    assertThat(kinds())
        .containsSubsequence(
            Kind.CONTROL, Kind.BYTE, Kind.BYTE, Kind.BYTE, Kind.BYTE, Kind.DATA_END, Kind.VALID);
  }

  @Test
  void everyFrameComesAsItWasSent() {
    SplittableRandom random = new SplittableRandom(4);
    FrameChance chance = new FrameChance(random);
    Node node = new Node(bus, random, 0);
    listen(JOIN);
    for (int i = 0; i < 300; i++) {
      WireFrame frame = chance.next();
      bus.expected().clear();
      node.send(frame);
      listen("111");
      int length = Math.min(8, frame.code());
      assertThat(bus.expected())
          .extracting(BusEvent::kind, BusEvent::value)
          .contains(
              tuple(Kind.START, i),
              tuple(Kind.IDENTIFIER, frame.baseId()),
              tuple(Kind.CONTROL, BusEvent.control(frame.extended(), frame.remote(), length)),
              tuple(Kind.DATA_END, 0),
              tuple(Kind.VALID, i))
          .hasSize(5 + frame.bytes());
      for (int k = 0; k < frame.bytes(); k++) {
        int octet = (int) (frame.data() >> 8 * k) & 0xff;
        assertThat(bus.expected().get(3 + k).value()).isEqualTo(BusEvent.octet(k, octet));
      }
    }
  }

  private void ends(String bits, Fault fault) {
    listen(JOIN + bits);
    BusEvent last = bus.expected().get(bus.expected().size() - 1);
    assertThat(last).isEqualTo(event(Kind.INVALID, fault.ordinal(), bus.line().size() - 1));
  }

  @Test
  void sixRecessiveBits() {
    ends("0 111111", Fault.STUFF);
  }

  @Test
  void sixDominantBits() {
    ends("0 1 000000", Fault.FLAG);
  }

  @Test
  void aWrongCheck() {
    String right = FRAME.stuffed().toString();
    int last = right.length() - 1;
    ends(right.substring(0, last) + (right.charAt(last) == '1' ? 0 : 1) + "1", Fault.CRC);
  }

  @Test
  void aDominantBitInTheEnd() {
    ends(FRAME.stuffed() + "1 0 1 11111 0", Fault.FORM);
  }

  @Test
  void aFrameOfCanFd() {
    ends("0 10101010101 0 0 1", Fault.FD_FRAME);
  }

  @Test
  void theLastBitOfTheEndMayBeDominant() {
    listen(JOIN + FRAME.stuffed() + "1 0 1 111111 0");
    assertThat(kinds()).endsWith(Kind.VALID);
    listen("000000 11111111 11 0");
    assertThat(kinds()).endsWith(Kind.START);
  }

  @Test
  void noFrameBeginsInOverload() {
    listen(JOIN + FRAME.stuffed() + "1 0 1 1111111 1");
    int before = kinds().size();
    listen("000000000 1111111 0 11111111 11");
    assertThat(kinds()).hasSize(before);
    listen("0");
    assertThat(kinds()).hasSize(before + 1).endsWith(Kind.START);
  }

  private void noStart(String bits) {
    int before = kinds().size();
    listen(bits);
    assertThat(kinds()).hasSize(before);
  }

  @Test
  void afterTheEndsLastBitWasDominantComesADelimiter() {
    listen(JOIN + FRAME.stuffed() + "1 0 1 111111 0");
    noStart("11 0");
  }

  @Test
  void afterAnErrorComeADelimiterOfEightBitsAndTwoMore() {
    ends("0 111111", Fault.STUFF);
    noStart("0 1111 0 11111111 1 0");
    noStart("11111111 11");
    listen("0");
    assertThat(kinds()).endsWith(Kind.INVALID, Kind.START);
  }

  @Test
  void afterAFrameOfCanFdComeElevenRecessiveBits() {
    ends("0 10101010101 0 0 1", Fault.FD_FRAME);
    noStart("0 1111111111 0");
    listen(JOIN + "0");
    assertThat(kinds()).endsWith(Kind.INVALID, Kind.START);
  }

  @Test
  void elevenRecessiveBitsJoin() {
    listen("0 11111 0 111111 0 1111111111 0");
    assertThat(kinds()).isEmpty();
    listen(JOIN + "0");
    assertThat(kinds()).containsExactly(Kind.START);
  }
}
