package io.hdlgen.canids.traffic;

import java.util.ArrayList;
import java.util.List;

/** Carries out attacks, one after the other: bursts of 3 to 5 s, 4 to 12 s of peace before each. */
final class Attacker {
  private static final double SECOND_NS = 1e9;
  private static final double MIN_PAUSE_S = 4;
  private static final double MAX_PAUSE_S = 12;
  private static final double MIN_BURST_S = 3;
  private static final double MAX_BURST_S = 5;
  private static final int MICROSECOND_NS = 1000;

  /** Slower messages come too rarely in a burst. */
  private static final int MAX_TARGET_PERIOD_MS = 100;

  private final List<Attack> attacks;
  private final List<Attack> round = new ArrayList<>();
  private final Senders senders;
  private final History history;
  private final Noise noise;
  private long changeNs;
  private AttackBurst burst;
  private Injector injector;
  private Sender target;

  Attacker(List<Attack> attacks, Senders senders, History history, Noise noise) {
    this.attacks = attacks;
    this.senders = senders;
    this.history = history;
    this.noise = noise;
    changeNs = attacks.isEmpty() ? Injector.NEVER : pauseNs();
  }

  /** When the next burst begins, or this one ends. */
  long changeNs() {
    return changeNs;
  }

  /** The burst that goes on; null for none. */
  AttackBurst burst() {
    return burst;
  }

  /** What injects frames; null for nothing. */
  Injector injector() {
    return injector;
  }

  /** Begins the next burst, or ends this one. */
  void change() {
    if (burst == null) {
      begin();
    } else {
      end();
    }
  }

  private void begin() {
    if (round.isEmpty()) {
      round.addAll(attacks);
    }
    Attack attack = round.remove(noise.below(round.size()));
    long startNs = changeNs;
    changeNs += (long) (SECOND_NS * noise.between(MIN_BURST_S, MAX_BURST_S));
    injector = Injector.of(attack, startNs, noise.split(startNs), history);
    if (attack == Attack.SUSPENSION || attack == Attack.MASQUERADE) {
      target = senders.any(noise, MAX_TARGET_PERIOD_MS);
      if (attack == Attack.SUSPENSION) {
        target.suspend();
      } else {
        target.impersonate(senders.forgedState(noise.split(startNs)));
      }
      senders.changed(target);
    }
    int id = target == null ? -1 : target.spec().id();
    burst = new AttackBurst(attack, startNs / MICROSECOND_NS, changeNs / MICROSECOND_NS, id);
  }

  private void end() {
    changeNs += pauseNs();
    burst = null;
    injector = null;
    if (target != null) {
      target.restore();
      senders.changed(target);
      target = null;
    }
  }

  private long pauseNs() {
    return (long) (SECOND_NS * noise.between(MIN_PAUSE_S, MAX_PAUSE_S));
  }
}
