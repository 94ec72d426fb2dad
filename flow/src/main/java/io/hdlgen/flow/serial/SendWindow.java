package io.hdlgen.flow.serial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Which requests are under way, and which are next: fresh ones in order, but those that were lost
 * come first.
 */
final class SendWindow {
  private final int size;
  private final int[] attempts;
  private final Deque<Sending> sent = new ArrayDeque<>();
  private final Deque<Integer> again = new ArrayDeque<>();
  private int fresh;
  private long retries;

  /**
   * @param size requests that may be under way
   */
  SendWindow(int size, int requests) {
    this.size = size;
    this.attempts = new int[requests];
  }

  /**
   * A request under way.
   *
   * @param number that its answer repeats
   * @param nanos when it was sent
   */
  record Sending(int number, int request, long nanos) {}

  /** Whether a request may and should be sent. */
  boolean hasNext() {
    return sent.size() < size && (!again.isEmpty() || fresh < attempts.length);
  }

  /** The next request, which is under way from now on, by this number, sent at this moment. */
  int next(int number, long nanos) {
    int request = again.isEmpty() ? fresh++ : again.remove();
    retries += attempts[request] > 0 ? 1 : 0;
    attempts[request]++;
    sent.add(new Sending(number, request, nanos));
    return request;
  }

  /**
   * The request that an answer of this number answers, if it is under way. Answers come in order:
   * what was sent before it is lost.
   */
  Optional<Sending> answered(int number) {
    if (sent.stream().noneMatch(sending -> sending.number() == number)) {
      return Optional.empty();
    }
    while (sent.element().number() != number) {
      again.add(sent.remove().request());
    }
    return Optional.of(sent.remove());
  }

  /** All that is under way is lost. */
  void lose() {
    sent.forEach(sending -> again.add(sending.request()));
    sent.clear();
  }

  /** How often a request was sent. */
  int attempts(int request) {
    return attempts[request];
  }

  /** Requests sent again. */
  long retries() {
    return retries;
  }
}
