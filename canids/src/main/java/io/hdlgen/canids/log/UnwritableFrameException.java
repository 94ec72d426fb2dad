package io.hdlgen.canids.log;

/** A format has no way to write this frame. */
final class UnwritableFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;

  UnwritableFrameException(String found, String expected) {
    super("found " + found + "; expected " + expected);
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
