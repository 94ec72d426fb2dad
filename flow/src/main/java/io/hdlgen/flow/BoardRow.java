package io.hdlgen.flow;

import io.hdlgen.quantizer.network.LongVector;

/**
 * What a board says of one row.
 *
 * @param row from 0
 * @param className the class; empty if the network gives scores alone
 * @param scores the integer scores; empty if the design gives none
 * @param attempts how often the request was sent
 * @param right whether the reference says the same
 */
public record BoardRow(int row, String className, LongVector scores, int attempts, boolean right) {

  /** Hears of rows, in order. */
  @FunctionalInterface
  public interface Listener {
    void answered(BoardRow row);
  }
}
