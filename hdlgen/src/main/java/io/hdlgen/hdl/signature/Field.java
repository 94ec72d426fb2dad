package io.hdlgen.hdl.signature;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.LongVector;

/**
 * One value in the interface: a feature, the class or a score.
 *
 * @param name feature name, {@code class}, or {@code score_<k>}
 * @param port the Verilog port that carries it
 * @param beat the beat of an inference that carries it, from 0; 0 where an inference is one beat,
 *     and for results
 * @param low its lowest bit in that port; 0 where it has the port to itself
 * @param width its bits
 * @param encoding how it lies in them; a code that needs fewer bits is extended: signed ones by
 *     their sign, unsigned and bipolar ones (0 means -1, 1 means +1) by zeros
 * @param min the lowest value that occurs
 * @param max the highest value that occurs; of a thermometer, its number of levels
 * @param levels of a thermometer, the point of the feature's grid from which on each bit is 1, the
 *     lowest first; of others none
 */
public record Field(
    String name,
    String port,
    int beat,
    int low,
    int width,
    Encoding encoding,
    long min,
    long max,
    LongVector levels) {

  /** A field that is no thermometer. */
  public Field(
      String name,
      String port,
      int beat,
      int low,
      int width,
      Encoding encoding,
      long min,
      long max) {
    this(name, port, beat, low, width, encoding, min, max, LongVector.of());
  }

  /** A field of the only beat, or of a port without beats. */
  public Field(
      String name, String port, int low, int width, Encoding encoding, long min, long max) {
    this(name, port, 0, low, width, encoding, min, max);
  }

  /** The same field at another place, of the only beat. */
  public Field at(String otherPort, int otherLow) {
    return new Field(name, otherPort, 0, otherLow, width, encoding, min, max, levels);
  }

  /** Whether a value can be told in the bits of the field. */
  public boolean holds(long value) {
    return switch (encoding) {
      case UNSIGNED -> width >= Long.SIZE || value >>> width == 0;
      case SIGNED -> {
        long above = value >> (width - 1);
        yield above == 0 || above == -1;
      }
      case BIPOLAR -> value == 1 || value == -1;
      case THERMOMETER -> value >= 0 && value <= width;
    };
  }

  /** The bits of a value, zeros above. */
  public long bits(long value) {
    long mask = width >= Long.SIZE ? -1 : (1L << width) - 1;
    return switch (encoding) {
      case UNSIGNED, SIGNED -> value & mask;
      case BIPOLAR -> value > 0 ? 1 : 0;
      case THERMOMETER -> (1L << value) - 1;
    };
  }
}
