package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The type of the values in a {@code .npy} file.
 *
 * @param kind {@code i}, {@code u}, {@code f} or {@code b}
 * @param bytes a value
 * @param order of the bytes in a value
 */
record NpyType(char kind, int bytes, ByteOrder order) {

  /** The type that a header calls {@code name}, such as {@code <f4}. */
  static NpyType of(String source, String name) {
    if (!name.matches("[<>|=]?([iu][1248]|f[48]|b1|\\?)")) {
      throw new InvalidInputException(
          source,
          "values of type '" + name + "'",
          "integers i1 to i8 and u1 to u8, f4, f8 or b1: convert with array.astype('float32'),"
              + " words with array.astype('U')");
    }
    String bare = name.replaceFirst("[<>|=]", "").replace("?", "b1");
    ByteOrder order = name.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NpyType(bare.charAt(0), bare.charAt(1) - '0', order);
  }

  boolean isUnsignedByte() {
    return kind == 'u' && bytes == 1;
  }

  /** Value number {@code index}; integers beyond 2^53 are rounded to a double. */
  double get(ByteBuffer content, int index) {
    ByteBuffer in = content.order(order);
    int at = index * bytes;
    return switch (kind) {
      case 'f' -> bytes == Float.BYTES ? in.getFloat(at) : in.getDouble(at);
      case 'b' -> in.get(at) == 0 ? 0 : 1;
      case 'u' -> unsigned(in, at);
      default -> signed(in, at);
    };
  }

  private double signed(ByteBuffer in, int at) {
    return switch (bytes) {
      case 1 -> in.get(at);
      case 2 -> in.getShort(at);
      case 4 -> in.getInt(at);
      default -> in.getLong(at);
    };
  }

  private double unsigned(ByteBuffer in, int at) {
    return switch (bytes) {
      case 1 -> in.get(at) & 0xff;
      case 2 -> in.getShort(at) & 0xffff;
      case 4 -> in.getInt(at) & 0xffff_ffffL;
      default -> {
        long value = in.getLong(at);
        yield value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
      }
    };
  }
}
