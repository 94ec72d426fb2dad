package io.hdlgen.sim.tool;

/**
 * An external tool did not do its work. The message is one line; the command line prints it and
 * exits with code 3.
 */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** The program is not there. */
    MISSING,
    /** The program is there, but older than we need. */
    TOO_OLD,
    /** The program ended with an error or a signal, or said what it must not. */
    CRASHED,
    /** The program refused the Verilog; the message says where. */
    REFUSED,
    /** The program made no progress. */
    TIMED_OUT,
    /** We were asked to stop. */
    INTERRUPTED
  }

  private final Reason reason;

  public ToolException(Reason reason, String message) {
    super(message.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip());
    this.reason = reason;
  }

  public ToolException(Reason reason, String message, Throwable cause) {
    this(reason, message);
    initCause(cause);
  }

  public Reason reason() {
    return reason;
  }
}
