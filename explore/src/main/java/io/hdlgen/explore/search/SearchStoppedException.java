package io.hdlgen.explore.search;

/** The search was asked to stop; what was tried until then is on the board. */
final class SearchStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
