package io.hdlgen.explore.logic;

import java.util.Arrays;

/**
 * Which inputs of gates read each signal, as doubly linked lists of pins. Pin {@code 2 place +
 * input} is an input of a gate.
 */
final class Readers {
  private static final int NONE = -1;

  private final int[] head;
  private final int[] next;
  private final int[] previous;

  Readers(int signals, int places) {
    head = new int[signals];
    Arrays.fill(head, NONE);
    next = new int[2 * places];
    previous = new int[2 * places];
  }

  /** The place that a pin belongs to. */
  static int place(int pin) {
    return pin >> 1;
  }

  /** A pin that reads a signal; negative if none does. */
  int first(int signal) {
    return head[signal];
  }

  /** Another pin that reads the same signal; negative behind the last one. */
  int next(int pin) {
    return next[pin];
  }

  /** A pin that read nothing reads a signal. */
  void add(int pin, int signal) {
    int second = head[signal];
    next[pin] = second;
    previous[pin] = NONE;
    if (second >= 0) {
      previous[second] = pin;
    }
    head[signal] = pin;
  }

  /** A pin reads a signal no more. */
  void remove(int pin, int signal) {
    int before = previous[pin];
    int after = next[pin];
    if (before < 0) {
      head[signal] = after;
    } else {
      next[before] = after;
    }
    if (after >= 0) {
      previous[after] = before;
    }
  }
}
