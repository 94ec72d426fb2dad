package io.hdlgen.canids.verify;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.rtl.feature.EventBeat;
import io.hdlgen.canids.rtl.feature.EventBeat.Kind;
import java.math.BigInteger;

/** What the reference says of a frame, and what was heard of it so far. */
final class Expectation {
  private final BusFrame bus;
  private final int seq;
  private final BigInteger features;
  private final boolean full;
  private int verdict;
  private boolean attack;
  private volatile long featuresCycle;
  private boolean judged;

  /**
   * @param features null if the frame breaks off before they are there
   * @param full whether the window is full with it
   */
  Expectation(BusFrame bus, int seq, BigInteger features, boolean full) {
    this.bus = bus;
    this.seq = seq;
    this.features = features;
    this.full = full;
  }

  void decide(int found, boolean isAttack) {
    verdict = found;
    attack = isAttack;
  }

  int seq() {
    return seq;
  }

  BusFrame bus() {
    return bus;
  }

  BigInteger features() {
    return features;
  }

  /** Whether there should be a verdict, if it is not missed. */
  boolean judgeable() {
    return features != null && full;
  }

  boolean judged() {
    return judged;
  }

  /** Whether it is an alert: an attack, received right. */
  boolean alert() {
    return judged && attack && !bus.error();
  }

  boolean attack() {
    return attack;
  }

  int verdict() {
    return verdict;
  }

  void featuresAt(long cycle) {
    featuresCycle = cycle;
  }

  long featuresCycle() {
    return featuresCycle;
  }

  void judge() {
    judged = true;
  }

  EventBeat verdictBeat() {
    return beat(Kind.VERDICT, true);
  }

  EventBeat endBeat() {
    return beat(bus.error() ? Kind.FRAME_ERROR : Kind.FRAME_OK, judged);
  }

  /** Bits 15 to 0 number, 26 to 16 base identifier, 27 extended. */
  long alertFrame() {
    return endBeat().bits() & 0xfff_ffffL;
  }

  private EventBeat beat(Kind kind, boolean withVerdict) {
    return new EventBeat(
        seq,
        bus.parts() > 0 ? FeatureExtractor.baseId(bus.frame()) : 0,
        bus.parts() > 1 && bus.frame().extended(),
        kind,
        withVerdict,
        withVerdict && attack,
        withVerdict ? verdict : 0);
  }
}
