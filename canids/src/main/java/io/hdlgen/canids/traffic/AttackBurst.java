package io.hdlgen.canids.traffic;

import java.util.Locale;

/**
 * One attack from its begin to its end.
 *
 * @param id the identifier of the vehicle's message that is suspended or sent in its place; -1 if
 *     the attack is not on one message
 */
public record AttackBurst(Attack attack, long startUs, long endUs, int id) {
  /** One line: {@code attack rpm from 12.034567 to 15.600000}. */
  public String toText() {
    String target = id < 0 ? "" : String.format(Locale.ROOT, " on %03x", id);
    return "attack %s%s from %s to %s"
        .formatted(attack.word(), target, seconds(startUs), seconds(endUs));
  }

  private static String seconds(long timeUs) {
    return String.format(Locale.ROOT, "%d.%06d", timeUs / 1_000_000, timeUs % 1_000_000);
  }
}
