package io.hdlgen.flow;

/**
 * An external tool is missing, too old, crashed or ran out of time. The message is one line that
 * says which, and what to do.
 */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code message} is one line. */
  public ToolException(String message) {
    super(message);
  }

  /** {@code message} is one line. */
  public ToolException(String message, Throwable cause) {
    super(message, cause);
  }
}
