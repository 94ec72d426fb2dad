package io.hdlgen.canids.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CanFrameTest {
  @Test
  void bytesLieFromTheLowestBits() {
    CanFrame frame = CanFrame.of(7, 0x316, 3, 0xc0ffee, Label.BENIGN);
    assertThat(frame.dataByte(0)).isEqualTo(0xee);
    assertThat(frame.dataByte(2)).isEqualTo(0xc0);
    assertThat(frame.dataByte(3)).isZero();
    assertThat(CanFrame.of(7, 0, 8, -1, Label.DOS).dataByte(7)).isEqualTo(0xff);
    assertThat(frame.labelled(Label.RPM)).isEqualTo(CanFrame.of(7, 0x316, 3, 0xc0ffee, Label.RPM));
  }

  @Test
  void refusesWhatNoBusCarries() {
    refused(0x800, false, false, 0, 0);
    refused(-1, false, false, 0, 0);
    refused(0x2000_0000, true, false, 0, 0);
    refused(1, false, false, 9, 0);
    refused(1, false, false, -1, 0);
    refused(1, false, false, 0, 1);
    refused(1, false, false, 2, 0x10000);
    refused(1, false, true, 2, 1);
    assertThat(new CanFrame(0, 0x1fff_ffff, true, true, 8, 0, Label.UNKNOWN).length()).isEqualTo(8);
  }

  private static void refused(int id, boolean extended, boolean remote, int length, long data) {
    assertThatThrownBy(() -> new CanFrame(0, id, extended, remote, length, data, Label.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whichAreInjected() {
    assertThat(Label.UNKNOWN.injected()).isFalse();
    assertThat(Label.BENIGN.injected()).isFalse();
    assertThat(Label.INJECTED.injected()).isTrue();
    assertThat(Label.MASQUERADE.injected()).isTrue();
  }
}
