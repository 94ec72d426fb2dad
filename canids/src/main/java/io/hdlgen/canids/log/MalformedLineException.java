package io.hdlgen.canids.log;

/** A line is no frame of its format. Has no stack trace: logs may have millions of such lines. */
final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  MalformedLineException(String found, String expected) {
    super("found " + found + "; expected " + expected, null, false, false);
    this.found = found;
    this.expected = expected;
  }

  String found() {
    return found;
  }

  String expected() {
    return expected;
  }
}
