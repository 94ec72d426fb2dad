package io.hdlgen.flow.serial;

import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.hdl.board.SerialProtocol;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.time.Duration;
import java.util.List;

/** An open line to a board that has said what it is. */
public final class BoardSession {
  private static final int BITS = 10;

  private final SerialLine line;
  private final int baud;
  private final BoardIdentity identity;

  private BoardSession(SerialLine line, int baud, BoardIdentity identity) {
    this.line = line;
    this.baud = baud;
    this.identity = identity;
  }

  /**
   * Asks the board on a line what it is.
   *
   * @param patience how long to wait for the answer
   * @throws io.hdlgen.sim.tool.ToolException if there is none
   */
  public static BoardSession open(SerialLine line, int baud, Duration patience) {
    return new BoardSession(line, baud, new BoardLink(line, patience).identify());
  }

  public BoardIdentity identity() {
    return identity;
  }

  /**
   * Checks that the board holds a design.
   *
   * @throws InvalidInputException if it holds another
   */
  public void check(DesignFolder design) {
    String expected = DesignIdentity.of(design);
    if (!identity.design().equals(expected)) {
      throw new InvalidInputException(
          line.name(),
          "a board with the design " + identity.design(),
          "%s of %s; load its bitstream, or name the design's folder by --design"
              .formatted(expected, design.path()));
    }
  }

  /** How long requests and answers of a whole window can take, thrice, and some for the system. */
  public Duration patience() {
    int frames =
        SerialProtocol.REQUEST_HEAD
            + SerialProtocol.ANSWER_HEAD
            + 2 * SerialProtocol.CHECK
            + 4
            + identity.requestBytes()
            + identity.resultBytes();
    double seconds = 0.25 + 3.0 * (identity.window() + 1) * frames * BITS / baud;
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  /**
   * Has requests answered.
   *
   * @param patience how long to wait for an answer
   * @throws io.hdlgen.sim.tool.ToolException if the board falls silent
   */
  public Report infer(List<byte[]> requests, Duration patience, BoardLink.Listener listener) {
    BoardLink link = new BoardLink(line, patience);
    long start = System.nanoTime();
    link.infer(identity, requests, listener);
    double seconds = (System.nanoTime() - start) / 1e9;
    LineReport report = LineReport.of(line.name(), link, identity, link.identify());
    return new Report(report, seconds, link.coreError());
  }

  /**
   * How it went.
   *
   * @param coreError whether the core has seen a beat too many or too few
   */
  public record Report(LineReport line, double seconds, boolean coreError) {}
}
