package io.hdlgen.sim.check;

import java.util.Locale;

/**
 * Where two witnesses differ.
 *
 * @param witnesses who differ: {@code "reference, java"} or {@code "java, verilator"}
 * @param cycle the cycle, from 0 at the start of the stimulus
 * @param port the port or the field of the result, or the rule that is broken
 * @param expected what the first of the two says
 * @param found what the second one says
 * @param vector index of the inference whose result shows; -1 where none does
 */
public record Mismatch(
    String witnesses, long cycle, String port, String expected, String found, int vector) {

  /** One line for people. */
  public String describe() {
    String which = vector < 0 ? "" : " (vector " + vector + ")";
    return String.format(
        Locale.ROOT,
        "%s differ at cycle %d%s: %s is %s, expected %s",
        witnesses,
        cycle,
        which,
        port,
        found,
        expected);
  }
}
