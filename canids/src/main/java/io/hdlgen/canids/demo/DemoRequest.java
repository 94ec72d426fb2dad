package io.hdlgen.canids.demo;

import java.nio.file.Path;

/**
 * What a demonstration does.
 *
 * @param folder where its logs, detector, design and page go
 * @param trainMinutes of traffic to learn from
 * @param testMinutes of other traffic to measure on
 * @param epochs of training
 * @param frames to verify from the wire
 * @param threads that work
 */
public record DemoRequest(
    Path folder, double trainMinutes, double testMinutes, int epochs, int frames, int threads) {
  /** The usual one, of a minute or a few. */
  public static DemoRequest usual(Path folder, int threads) {
    return new DemoRequest(folder, 5, 3, 40, 4000, threads);
  }
}
