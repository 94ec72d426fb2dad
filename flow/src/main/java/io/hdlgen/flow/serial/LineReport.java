package io.hdlgen.flow.serial;

/**
 * What a serial line did to requests and answers.
 *
 * @param port name of the port
 * @param retries requests sent again
 * @param timeouts how often nothing came for too long
 * @param brokenAnswers frames from the board that came with errors
 * @param rejectedRequests frames with errors that the board has counted meanwhile
 * @param droppedRequests right requests for which the board had no room
 */
public record LineReport(
    String port,
    long retries,
    long timeouts,
    long brokenAnswers,
    long rejectedRequests,
    long droppedRequests) {

  /** The difference that the time between two looks at the board has made. */
  static LineReport of(String port, BoardLink link, BoardIdentity before, BoardIdentity after) {
    return new LineReport(
        port,
        link.retries(),
        link.timeouts(),
        link.broken(),
        after.rejected() - before.rejected() & 0xffff,
        after.dropped() - before.dropped() & 0xff);
  }
}
