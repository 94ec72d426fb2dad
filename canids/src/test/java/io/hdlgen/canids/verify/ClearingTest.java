package io.hdlgen.canids.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.rtl.feature.DetectorRegisters;
import io.hdlgen.canids.rtl.feature.EventBeat;
import io.hdlgen.canids.verify.DetectorEvent.Kind;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of frames that come while what was remembered before a reset is being cleared. */
class ClearingTest {
  private static final int FRAMES = 8;

  /** Cycles from one frame's start to the next: four of eight begin before cycle 2048. */
  private static final int INTERVAL = 520;

  private static final FeatureSpec SPEC = new FeatureSpec(1, List.of(FrameField.GAP));

  @Test
  void theyAreMissedAndNotRemembered() {
    List<DetectorEvent> events = run();
    List<EventBeat> ends =
        of(events, Kind.BEAT).stream()
            .map(event -> EventBeat.of(event.value().longValue()))
            .filter(beat -> beat.kind() != EventBeat.Kind.VERDICT)
            .toList();
    assertThat(ends).extracting(EventBeat::judged).startsWith(false, false, false, false);
    assertThat(ends.subList(4, FRAMES)).allMatch(EventBeat::judged);
    // 15: not seen yet.
    assertThat(of(events, Kind.FEATURES))
        .extracting(event -> event.value().intValue())
        .containsExactly(15, 2, 2, 2);
    List<DetectorEvent> registers = of(events, Kind.REGISTER);
    assertThat(registers.get(DetectorRegisters.MISSED.ordinal()).value()).isEqualTo(4);
    assertThat(registers.get(DetectorRegisters.FRAMES.ordinal()).value()).isEqualTo(FRAMES);
  }

  private static List<DetectorEvent> of(List<DetectorEvent> events, Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }

  private static List<DetectorEvent> run() {
    IntegerNetwork network = RandomDetector.network(SPEC, List.of(2), 2, 1);
    HardwareDesign core = RandomDetector.core(network, Architecture.UNROLLED);
    Iterator<BusFrame> frames =
        IntStream.range(0, FRAMES)
            .mapToObj(
                i ->
                    new BusFrame(
                        CanFrame.of(i * 150L, 5, 0, 0, Label.UNKNOWN),
                        0,
                        false,
                        3,
                        true,
                        new BusFrame.Pace(0, 0, 1, INTERVAL - 6, 0)))
            .iterator();
    List<DetectorEvent> events = new ArrayList<>();
    new SimulatedDetector(
            DetectorHardware.of("ids", SPEC, network, core.netlist(), core.signature(), Set.of(1)))
        .run(10, () -> frames.hasNext() ? frames.next() : null, events::add);
    return events;
  }
}
