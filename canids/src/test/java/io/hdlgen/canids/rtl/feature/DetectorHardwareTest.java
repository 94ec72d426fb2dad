package io.hdlgen.canids.rtl.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.wire.BusEvent;
import io.hdlgen.canids.wire.BusEvent.Kind;
import io.hdlgen.canids.wire.BusTraffic;
import io.hdlgen.canids.wire.Listener;
import io.hdlgen.canids.wire.Nuisances;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorHardwareTest {
  private static final int CLOCKS_PER_BIT = 16;

  /** An error flag may begin five bits before the data end, if these are dominant all the same. */
  @Test
  void framesFollowAnErrorFlagThatBeganWithinTheData() {
    String joining = "11111111111";
    // Start, identifier, RTR, IDE, r0, length, four bytes; the last bits are the flag's.
    String data = "10101010".repeat(3) + "11100000";
    String broken = "0" + "10101010101" + "00" + "0" + "0100" + data + "0";
    String delimiter = "11111111";
    String intermission = "11";
    String remote = "0" + "10101010101" + "10" + "0" + "1010";
    List<Long> ends = dataEnds(joining + broken + delimiter + intermission + remote);
    assertThat(ends).hasSize(2);
    assertThat(ends.get(1) - ends.get(0)).isEqualTo(30);
    assertThat(DetectorHardware.leastInterval(CLOCKS_PER_BIT))
        .isBetween(29 * CLOCKS_PER_BIT, 30 * CLOCKS_PER_BIT);
  }

  @Test
  void noFramesOfChanceAreNearer() {
    BusTraffic traffic = new BusTraffic(13, Nuisances.of(0.004, 0.1, 0.35));
    traffic.send(20_000);
    long last = Long.MIN_VALUE / 2;
    long least = Long.MAX_VALUE;
    for (BusEvent event : traffic.bus().expected()) {
      if (event.kind() == Kind.DATA_END) {
        least = Math.min(least, event.at() - last);
        last = event.at();
      }
    }
    assertThat(least).isBetween(30L, 36L);
  }

  private static List<Long> dataEnds(String bits) {
    Listener listener = new Listener();
    bits.chars().forEach(bit -> listener.next(bit == '1'));
    List<Long> ends = new ArrayList<>();
    for (BusEvent event : listener.take()) {
      if (event.kind() == Kind.DATA_END) {
        ends.add(event.at());
      }
    }
    return ends;
  }
}
