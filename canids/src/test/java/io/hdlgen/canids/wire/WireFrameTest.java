package io.hdlgen.canids.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class WireFrameTest {
  private static WireFrame basic(int id, int bytes, long data) {
    return WireFrame.of(CanFrame.of(0, id, bytes, data, Label.UNKNOWN));
  }

  /** The catalogue of parametrised CRC algorithms gives 0x059e for CRC-15/CAN of these digits. */
  @Test
  void theCheckIsTheOneOfTheCatalogue() {
    Bits bits = new Bits();
    for (byte digit : "123456789".getBytes(StandardCharsets.US_ASCII)) {
      bits.add(digit, 8);
    }
    assertThat(Crc15.of(bits, bits.size())).isEqualTo(0x059e);
  }

  @Test
  void fieldsAreInTheOrderOfTheStandard() {
    String plain = basic(0x555, 1, 0xa7).plain().toString();
    assertThat(plain).startsWith("0" + "10101010101" + "0" + "0" + "0" + "0001" + "10100111");
    assertThat(plain).hasSize(1 + 11 + 3 + 4 + 8 + 15);
    WireFrame extended = new WireFrame(0x1234_5678, true, true, 3, 0, true, false);
    assertThat(extended.plain().toString())
        .startsWith("0" + "10010001101" + "11" + "000101011001111000" + "1" + "0" + "0" + "0011")
        .hasSize(1 + 11 + 2 + 18 + 3 + 4 + 15);
  }

  @Test
  void stuffBitsCountForTheNextOnes() {
    Bits plain = new Bits().add(0, 5).add(0b1111, 4).add(0, 5);
    assertThat(Stuffing.stuff(plain).toString())
        .isEqualTo("00000" + "1" + "1111" + "0" + "0000" + "1" + "0");
  }

  /** Without stuff bits 44 and 64 bits and the data; a fifth more at most. */
  @Test
  void lengthsLieWithinTheirBounds() {
    SplittableRandom random = new SplittableRandom(1);
    FrameChance chance = new FrameChance(random);
    for (int i = 0; i < 2000; i++) {
      WireFrame frame = chance.next();
      int plain = (frame.extended() ? 64 : 44) + 8 * frame.bytes();
      int most = plain + (plain - WireFrame.TAIL_BITS - 1) / 4;
      assertThat(frame.length()).isBetween(plain, most);
    }
    assertThat(basic(0x555, 0, 0).plain().size() + WireFrame.TAIL_BITS).isEqualTo(44);
  }

  @Test
  void whatFitsNoFrameIsRefused() {
    assertThatThrownBy(() -> new WireFrame(0x800, false, false, 0, 0, true, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("800");
    assertThatThrownBy(() -> new WireFrame(1, false, false, 16, 0, true, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16");
  }
}
