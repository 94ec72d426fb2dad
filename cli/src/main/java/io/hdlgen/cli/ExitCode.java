package io.hdlgen.cli;

/** What the process tells whoever started it. Interrupted runs end with 130 or 143, by the JVM. */
enum ExitCode {
  /** Done. */
  OK(0),
  /** The check failed: a mismatch, a target missed. */
  CHECK_FAILED(1),
  /** The user's input is wrong. */
  INVALID_INPUT(2),
  /** An external tool is missing, too old, crashed or timed out. */
  TOOL(3),
  /** A defect of hdlgen. */
  DEFECT(70),
  /** Output cannot be written. */
  OUTPUT(74),
  /** Interrupted from within, while the process ends. */
  INTERRUPTED(130),
  /** Done, but whoever read the output through a pipe went early: as if SIGPIPE had ended us. */
  READER_GONE(141);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
