package io.hdlgen.canids.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class TrafficGeneratorTest {
  private static final double MINUTE_US = 60e6;
  private static final Map<Attack, Map<AttackBurst, Integer>> BURSTS = new TreeMap<>();

  @Test
  void thePeriodsAreKeptAndJitter() {
    Map<Integer, SummaryStatistics> gaps = new TreeMap<>();
    Map<Integer, Long> last = new TreeMap<>();
    for (CanFrame frame : frames(5, List.of(), 1)) {
      Long before = last.put(frame.id(), frame.timeUs());
      if (before != null) {
        gaps.computeIfAbsent(frame.id(), id -> new SummaryStatistics())
            .addValue(frame.timeUs() - before);
      }
    }
    assertThat(gaps).hasSize(Vehicle.MESSAGES.size()).hasSizeBetween(25, 40);
    for (MessageSpec spec : Vehicle.MESSAGES) {
      double periodUs = spec.periodMs() * 1000.0;
      SummaryStatistics gap = gaps.get(spec.id());
      if (spec.isEvent()) {
        assertThat(gap.getMean()).isCloseTo(periodUs, within(0.2 * periodUs));
        assertThat(gap.getStandardDeviation()).isGreaterThan(0.7 * periodUs);
      } else {
        assertThat(gap.getMean()).isCloseTo(periodUs, within(0.001 * periodUs));
        assertThat(gap.getStandardDeviation())
            .as("%x", spec.id())
            .isBetween(50.0, spec.id() < 0x200 ? 500 : 1500 + 0.005 * periodUs);
      }
    }
  }

  @Test
  void theBusIsTakenByOneFrameAtATime() {
    long endUs = 0;
    int overlaps = 0;
    double busyUs = 0;
    for (CanFrame frame : frames(1, List.of(Attack.DOS, Attack.FUZZY), 2)) {
      overlaps += frame.timeUs() < endUs ? 1 : 0;
      double lengthUs =
          StuffedLength.bits(frame.id(), frame.length(), frame.data())
              * (TrafficGenerator.BIT_NS / 1000.0);
      endUs = frame.timeUs() + (long) lengthUs;
      busyUs += lengthUs;
    }
    assertThat(overlaps).isZero();
    assertThat(busyUs / MINUTE_US).isBetween(0.5, 0.9);
  }

  @Test
  void theCleanBusHasRoom() {
    double busyUs = 0;
    for (CanFrame frame : frames(1, List.of(), 3)) {
      busyUs += 2 * StuffedLength.bits(frame.id(), frame.length(), frame.data());
    }
    assertThat(busyUs / MINUTE_US).isBetween(0.4, 0.55);
  }

  /** All at once every 10 ms: they go out by priority, back to back. */
  @Test
  void theLowestIdentifierGoesFirst() {
    List<MessageSpec> messages = new ArrayList<>();
    for (int id = 1; id <= 30; id++) {
      messages.add(MessageSpec.periodic(id * 16, id, 10, 8, 0));
    }
    int inOrder = 0;
    int queued = 0;
    CanFrame before = null;
    try (TrafficGenerator traffic =
        new TrafficGenerator(TrafficSpec.minutes(0.2, List.of(), 4), messages)) {
      for (CanFrame frame = traffic.next(); frame != null; frame = traffic.next()) {
        if (before != null) {
          long free = before.timeUs() + 2L * StuffedLength.bits(before.id(), 8, 0);
          if (frame.timeUs() - free <= 1) {
            queued++;
            inOrder += frame.id() > before.id() ? 1 : 0;
          }
        }
        before = frame;
      }
    }
    assertThat(queued).isGreaterThan(1000);
    assertThat((double) inOrder / queued).as("by chance it would be a half").isGreaterThan(0.6);
  }

  /** Under denial of service what has low priority comes late or never, what has high hardly. */
  @Test
  void lowPrioritySuffersMost() {
    Map<Integer, long[]> counts = new TreeMap<>();
    double[] seconds = new double[2];
    long lastUs = 0;
    for (CanFrame frame : frames(3, List.of(Attack.DOS), 5)) {
      int during = frame.label() == Label.DOS ? 1 : 0;
      if (during == 1 && frame.timeUs() - lastUs < 1000) {
        seconds[1] += (frame.timeUs() - lastUs) / 1e6;
      }
      lastUs = during == 1 ? frame.timeUs() : lastUs;
      boolean inBurst = frame.timeUs() - lastUs < 1000;
      counts.computeIfAbsent(frame.id(), id -> new long[2])[inBurst ? 1 : 0]++;
    }
    seconds[0] = 180 - seconds[1];
    double high = counts.get(0x0a0)[1] / seconds[1] / (counts.get(0x0a0)[0] / seconds[0]);
    double low = counts.get(0x5f0)[1] / seconds[1] / (counts.get(0x5f0)[0] / seconds[0]);
    assertThat(high).isGreaterThan(0.9);
    assertThat(low).isLessThan(0.3);
  }

  @Test
  void attacksComeAsOftenAsPublished() {
    assertThat(rate(Attack.DOS)).isCloseTo(1 / 0.3e-3, within(40.0));
    assertThat(rate(Attack.FUZZY)).isCloseTo(2000, within(20.0));
    assertThat(rate(Attack.GEAR)).isCloseTo(1000, within(5.0));
    assertThat(rate(Attack.RPM)).isCloseTo(1000, within(5.0));
    assertThat(rate(Attack.REPLAY)).isBetween(300.0, 1800.0);
    assertThat(rate(Attack.SUSPENSION)).isZero();
  }

  /** Injected frames a second of burst. */
  private static double rate(Attack attack) {
    Map<AttackBurst, Integer> injected = bursts(attack);
    long us = injected.keySet().stream().mapToLong(burst -> burst.endUs() - burst.startUs()).sum();
    return injected.values().stream().mapToInt(Integer::intValue).sum() / (us / 1e6);
  }

  @Test
  void burstsLastThreeToFiveSeconds() {
    for (Attack attack : Attack.values()) {
      long lastEndUs = 0;
      assertThat(bursts(attack)).hasSizeGreaterThan(3);
      for (AttackBurst burst : bursts(attack).keySet()) {
        assertThat(burst.endUs() - burst.startUs()).isBetween(2_999_999L, 5_000_000L);
        assertThat(burst.startUs() - lastEndUs).isBetween(3_999_999L, 12_000_000L);
        lastEndUs = burst.endUs();
      }
    }
  }

  /** Whole bursts, and the frames injected in them. */
  private static Map<AttackBurst, Integer> bursts(Attack attack) {
    return BURSTS.computeIfAbsent(attack, TrafficGeneratorTest::generateBursts);
  }

  private static Map<AttackBurst, Integer> generateBursts(Attack attack) {
    Map<AttackBurst, Integer> injected = new LinkedHashMap<>();
    int outside = 0;
    TrafficSpec spec = TrafficSpec.minutes(1, List.of(attack), 6);
    try (TrafficGenerator traffic = new TrafficGenerator(spec)) {
      for (CanFrame frame = traffic.next(); frame != null; frame = traffic.next()) {
        AttackBurst burst = traffic.burst();
        outside += frame.label().injected() && burst == null ? 1 : 0;
        if (burst != null && burst.endUs() < spec.durationUs()) {
          injected.merge(burst, frame.label().injected() ? 1 : 0, Integer::sum);
        }
      }
    }
    assertThat(outside).isZero();
    return injected;
  }

  @Test
  void injectedFramesLookAsTheirLabelSays() {
    List<Attack> attacks =
        List.of(Attack.DOS, Attack.FUZZY, Attack.GEAR, Attack.RPM, Attack.REPLAY);
    Map<Label, Map<Integer, Integer>> ids = new TreeMap<>();
    Map<Label, Set<Long>> data = new TreeMap<>();
    for (CanFrame frame : frames(3, attacks, 7)) {
      ids.computeIfAbsent(frame.label(), label -> new TreeMap<>())
          .merge(frame.id(), 1, Integer::sum);
      data.computeIfAbsent(frame.label(), label -> new HashSet<>()).add(frame.data());
    }
    assertThat(ids.keySet())
        .containsExactly(Label.BENIGN, Label.DOS, Label.FUZZY, Label.GEAR, Label.RPM, Label.REPLAY);
    assertThat(ids.get(Label.DOS)).containsOnlyKeys(0);
    assertThat(data.get(Label.DOS)).containsExactly(0L);
    assertThat(ids.get(Label.GEAR)).containsOnlyKeys(0x43f);
    assertThat(data.get(Label.GEAR)).hasSize(1);
    assertThat(ids.get(Label.RPM)).containsOnlyKeys(0x316);
    assertThat(data.get(Label.RPM)).hasSize(1);
    assertThat(ids.get(Label.FUZZY)).hasSizeGreaterThan(2000);
    assertThat(ids.get(Label.BENIGN).keySet()).containsAll(ids.get(Label.REPLAY).keySet());
    assertThat(data.get(Label.BENIGN)).containsAll(data.get(Label.REPLAY));
  }

  @Test
  void aSuspendedMessageDoesNotCome() {
    TrafficSpec spec = TrafficSpec.minutes(2, List.of(Attack.SUSPENSION), 8);
    int during = 0;
    int injected = 0;
    Map<Integer, Integer> all = new TreeMap<>();
    Set<Integer> suspended = new TreeSet<>();
    try (TrafficGenerator traffic = new TrafficGenerator(spec)) {
      for (CanFrame frame = traffic.next(); frame != null; frame = traffic.next()) {
        injected += frame.label() == Label.BENIGN ? 0 : 1;
        all.merge(frame.id(), 1, Integer::sum);
        AttackBurst burst = traffic.burst();
        if (burst != null) {
          suspended.add(burst.id());
          during += frame.id() == burst.id() ? 1 : 0;
        }
      }
    }
    assertThat(injected).isZero();
    assertThat(during).isZero();
    assertThat(suspended).hasSizeGreaterThan(2);
    assertThat(all.keySet()).containsAll(suspended);
  }

  /** As many frames as ever, from another sender. */
  @Test
  void aMasqueradedMessageComesAsOften() {
    TrafficSpec spec = TrafficSpec.minutes(2, List.of(Attack.MASQUERADE), 9);
    Map<AttackBurst, Integer> forged = new LinkedHashMap<>();
    int mislabelled = 0;
    try (TrafficGenerator traffic = new TrafficGenerator(spec)) {
      for (CanFrame frame = traffic.next(); frame != null; frame = traffic.next()) {
        AttackBurst burst = traffic.burst();
        boolean isTarget = burst != null && frame.id() == burst.id();
        mislabelled += (frame.label() == Label.MASQUERADE) == isTarget ? 0 : 1;
        if (isTarget && burst.endUs() < spec.durationUs()) {
          forged.merge(burst, 1, Integer::sum);
        }
      }
    }
    assertThat(mislabelled).isZero();
    assertThat(forged).hasSizeGreaterThan(5);
    forged.forEach(
        (burst, count) -> {
          MessageSpec message =
              Vehicle.MESSAGES.stream().filter(m -> m.id() == burst.id()).findFirst().orElseThrow();
          double expected = (burst.endUs() - burst.startUs()) / 1000.0 / message.periodMs();
          assertThat((double) count).isCloseTo(expected, within(2.0));
        });
  }

  @Test
  void countersCountAndChecksumsAreRight() {
    int last = -1;
    for (CanFrame frame : frames(0.1, List.of(), 10)) {
      if (frame.id() == 0x131) {
        int xor = 0;
        for (int i = 0; i < 8; i++) {
          xor ^= frame.dataByte(i);
        }
        assertThat(xor).isZero();
        assertThat(last < 0 || frame.dataByte(6) == (last + 1 & 0xff)).isTrue();
        last = frame.dataByte(6);
      }
      if (frame.id() == 0x0a0) {
        assertThat(frame.dataByte(0)).isEqualTo(crc8(frame.data() >>> 8, 7));
      }
    }
    assertThat(last).isNotNegative();
  }

  /** SAE J1850, bit by bit. */
  private static int crc8(long data, int length) {
    int crc = 0xff;
    for (int i = 0; i < length; i++) {
      crc ^= (int) (data >>> 8 * i) & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x80) != 0 ? (crc << 1 ^ 0x1d) & 0xff : crc << 1;
      }
    }
    return crc ^ 0xff;
  }

  @Test
  void sensorsChangeSlowly() {
    int last = -1;
    int most = 0;
    int moved = 0;
    for (CanFrame frame : frames(1, List.of(), 11)) {
      if (frame.id() == 0x316) {
        int turns = (frame.dataByte(2) | frame.dataByte(3) << 8) / 4;
        assertThat(turns).isBetween(500, 5000);
        int step = last < 0 ? 0 : Math.abs(turns - last);
        most = Math.max(most, step);
        moved += step > 0 ? 1 : 0;
        last = turns;
      }
    }
    assertThat(most).isBetween(5, 150);
    assertThat(moved).isGreaterThan(1000);
  }

  @Test
  void theSeedDecidesAll() {
    List<Attack> attacks = List.of(Attack.values());
    assertThat(frames(0.5, attacks, 12)).isEqualTo(frames(0.5, attacks, 12));
    List<CanFrame> longer = frames(1, attacks, 12);
    List<CanFrame> shorter = frames(0.5, attacks, 12);
    assertThat(longer.subList(0, shorter.size())).isEqualTo(shorter);
    assertThat(frames(0.5, attacks, 13)).isNotEqualTo(shorter);
    // As it was when this was written: the same in every version of Java.
    long digest = 0;
    for (CanFrame frame : shorter) {
      digest = 31 * digest + frame.timeUs();
      digest = 31 * digest + frame.id();
      digest = 31 * digest + frame.data();
      digest = 31 * digest + frame.label().ordinal();
    }
    assertThat(digest).isEqualTo(-5_627_433_238_779_969_330L);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> TrafficSpec.minutes(Double.NaN, List.of(), 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TrafficSpec.minutes(0, List.of(), 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TrafficSpec.minutes(1e9, List.of(), 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TrafficSpec.minutes(1, List.of(Attack.DOS, Attack.DOS), 1))
        .isInstanceOf(InvalidInputException.class);
  }

  private static List<CanFrame> frames(double minutes, List<Attack> attacks, long seed) {
    List<CanFrame> frames = new ArrayList<>();
    try (TrafficGenerator traffic =
        new TrafficGenerator(TrafficSpec.minutes(minutes, attacks, seed))) {
      for (CanFrame frame = traffic.next(); frame != null; frame = traffic.next()) {
        frames.add(frame);
      }
    }
    return frames;
  }
}
