package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.Interval;
import java.util.List;

/** The integer types of {@code <stdint.h>} that are used, from small to large. */
enum CType {
  INT8("int8_t", Byte.MIN_VALUE, Byte.MAX_VALUE),
  /** The only unsigned one: it becomes an {@code int} in sums, however few bits an int has. */
  UINT8("uint8_t", 0, 255),
  INT16("int16_t", Short.MIN_VALUE, Short.MAX_VALUE),
  INT32("int32_t", Integer.MIN_VALUE, Integer.MAX_VALUE),
  INT64("int64_t", Long.MIN_VALUE, Long.MAX_VALUE);

  /** The bits that every {@code int} has at least, less the sign. */
  private static final Interval PLAIN = new Interval(Short.MIN_VALUE, Short.MAX_VALUE);

  private final String text;
  private final Interval range;

  CType(String text, long min, long max) {
    this.text = text;
    this.range = new Interval(min, max);
  }

  /** The name in C. */
  String text() {
    return text;
  }

  boolean holds(Interval values) {
    return range.contains(values.min()) && range.contains(values.max());
  }

  /** Bits without the sign's. */
  int magnitudeBits() {
    return range.width() - (range.min() < 0 ? 1 : 0);
  }

  /** The smallest type that holds all of them; at least one. */
  static CType holding(List<Interval> ranges) {
    return holding(ranges.stream().reduce(Interval::union).orElseThrow());
  }

  /** The smallest type that holds all of them. */
  static CType holding(Interval values) {
    return from(INT8, values);
  }

  /** The smallest type that holds all of them, and at least {@code least}. */
  static CType from(CType least, Interval values) {
    for (CType type : values()) {
      if (type.compareTo(least) >= 0 && type.holds(values)) {
        return type;
      }
    }
    throw new IllegalStateException("no type for " + values);
  }

  /**
   * What to write before an operand of a sum with these values: a cast, where an int may be short.
   */
  static String cast(Interval values) {
    return PLAIN.contains(values.min()) && PLAIN.contains(values.max())
        ? ""
        : "(" + from(INT32, values).text + ")";
  }

  /** A constant in C; the least of 64 bits has no literal. */
  static String literal(long value) {
    return value == Long.MIN_VALUE ? "INT64_MIN" : Long.toString(value);
  }
}
