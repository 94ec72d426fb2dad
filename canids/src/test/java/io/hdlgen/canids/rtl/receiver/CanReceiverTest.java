package io.hdlgen.canids.rtl.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.rtl.receiver.check.ReceiverCheck;
import io.hdlgen.canids.rtl.receiver.check.ReceiverCheck.Result;
import io.hdlgen.canids.wire.BusTraffic;
import io.hdlgen.canids.wire.Nuisances;
import io.hdlgen.canids.wire.Waveform.Disturbance;
import org.junit.jupiter.api.Test;

/** The receiver says what a listener learns, of everything that happens on a bus. */
final class CanReceiverTest {
  @Test
  void goodFramesJava() {
    ReceiverCheck check = new ReceiverCheck(ReceiverOptions.of(16, 1_000_000));
    BusTraffic traffic = new BusTraffic(1, Nuisances.clock(1));
    traffic.send(300);
    Result result = check.inJava(traffic.bus(), Disturbance.NONE, 1);
    System.out.println(result.events() + " " + result.valid());
    assertThat(result.first()).isEmpty();
    assertThat(result.valid()).isEqualTo(300);
  }

  @Test
  void all() {
    ReceiverCheck check = new ReceiverCheck(ReceiverOptions.of(16, 1_000_000));
    BusTraffic traffic = new BusTraffic(2, Nuisances.of(0.005, 0.1, 0.4));
    traffic.send(1000);
    Result result = check.inJava(traffic.bus(), new Disturbance(0.3, 0.5, 0.05), 1);
    System.out.println(result.events() + " " + result.valid());
    assertThat(result.first()).isEmpty();
  }
}
