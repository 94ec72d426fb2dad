package io.hdlgen.quantizer.onnx.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The element types of ONNX tensors that are read, and how one lies in little-endian bytes. */
enum ElementFormat {
  FLOAT(1, 4, Tensor.Type.FLOAT),
  UINT8(2, 1, Tensor.Type.INTEGER),
  INT8(3, 1, Tensor.Type.INTEGER),
  UINT16(4, 2, Tensor.Type.INTEGER),
  INT16(5, 2, Tensor.Type.INTEGER),
  INT32(6, 4, Tensor.Type.INTEGER),
  INT64(7, 8, Tensor.Type.INTEGER),
  BOOL(9, 1, Tensor.Type.BOOL),
  FLOAT16(10, 2, Tensor.Type.FLOAT),
  DOUBLE(11, 8, Tensor.Type.DOUBLE),
  UINT32(12, 4, Tensor.Type.INTEGER),
  UINT64(13, 8, Tensor.Type.INTEGER),
  BFLOAT16(16, 2, Tensor.Type.FLOAT),
  /** Two a byte, the first in the low bits. */
  UINT4(21, 0, Tensor.Type.INTEGER),
  INT4(22, 0, Tensor.Type.INTEGER);

  private final int number;
  private final int bytes;
  private final Tensor.Type type;

  ElementFormat(int number, int bytes, Tensor.Type type) {
    this.number = number;
    this.bytes = bytes;
    this.type = type;
  }

  /** The format that ONNX gives this number. */
  static Optional<ElementFormat> ofNumber(int number) {
    return Arrays.stream(values()).filter(format -> format.number == number).findFirst();
  }

  /** Bytes of so many elements. */
  long bytes(int elements) {
    return bytes == 0 ? (elements + 1L) / 2 : (long) elements * bytes;
  }

  Tensor.Type type() {
    return type;
  }

  /** Element {@code index} of packed little-endian data. */
  double packed(ByteBuffer data, int index) {
    int at = index * bytes;
    return switch (this) {
      case BOOL, UINT8 -> data.get(at) & 0xff;
      case INT8 -> data.get(at);
      case INT16 -> data.getShort(at);
      case UINT16 -> data.getShort(at) & 0xffff;
      case FLOAT16, BFLOAT16 -> ofInt(data.getShort(at));
      case FLOAT -> data.getFloat(at);
      case INT32 -> data.getInt(at);
      case UINT32 -> Integer.toUnsignedLong(data.getInt(at));
      case DOUBLE -> data.getDouble(at);
      case INT64 -> data.getLong(at);
      case UINT64 -> ofLong(data.getLong(at));
      case UINT4 -> nibble(data.get(index / 2), index);
      case INT4 -> signed(nibble(data.get(index / 2), index));
    };
  }

  /** The element that an entry of {@code int32_data} holds. */
  double ofInt(int entry) {
    return switch (this) {
      case FLOAT16 -> half(entry);
      case BFLOAT16 -> Float.intBitsToFloat(entry << 16);
      case FLOAT,
          UINT8,
          INT8,
          UINT16,
          INT16,
          INT32,
          INT64,
          BOOL,
          DOUBLE,
          UINT32,
          UINT64,
          UINT4,
          INT4 ->
          entry;
    };
  }

  private static int nibble(int pair, int index) {
    return (index % 2 == 0 ? pair : pair >> 4) & 0xf;
  }

  private static int signed(int nibble) {
    return nibble < 8 ? nibble : nibble - 16;
  }

  /** The element that an entry of {@code int64_data} or {@code uint64_data} holds. */
  double ofLong(long entry) {
    return this == UINT64 && entry < 0 ? (entry >>> 1) * 2.0 : entry;
  }

  /** IEEE 754 half precision in the low 16 bits, widened. */
  private static double half(int bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude;
    if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((double) fraction, -24);
    } else {
      magnitude = Math.scalb((double) (fraction | 0x400), exponent - 25);
    }
    return (bits & 0x8000) != 0 ? -magnitude : magnitude;
  }
}
