package io.hdlgen.flow.equivalence;

/** A netlist holds what the proof does not understand: then nothing is proven of it. */
public final class UnsupportedNetlistException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedNetlistException(String where, String found) {
    super(found + ": " + where);
  }
}
