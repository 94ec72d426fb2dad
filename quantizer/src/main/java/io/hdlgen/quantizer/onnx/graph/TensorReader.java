package io.hdlgen.quantizer.onnx.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Turns protobuf tensors into {@link Tensor}s; the size is checked before memory is taken. */
final class TensorReader {
  /** The most elements of one tensor. */
  static final int MAX_ELEMENTS = 1 << 24;

  private final TensorProto proto;
  private final String where;
  private final ExternalData beside;

  private TensorReader(TensorProto proto, String where, ExternalData beside) {
    this.proto = proto;
    this.where = where;
    this.beside = beside;
  }

  /**
   * The tensor, every value finite.
   *
   * @param where file and tensor, for messages
   * @param beside where data lie that the model does not hold itself
   */
  static Tensor read(TensorProto proto, String where, ExternalData beside) {
    return new TensorReader(proto, where, beside).read();
  }

  /** The strings of a tensor of strings. */
  static List<String> texts(TensorProto proto, String where) {
    TensorReader reader = new TensorReader(proto, where, null);
    int size = 1;
    for (int dimension : reader.shape()) {
      size *= dimension;
    }
    return reader.checked(proto.getStringDataList(), size).stream()
        .map(ByteString::toStringUtf8)
        .toList();
  }

  /** Whether the elements are strings. */
  static boolean isText(TensorProto proto) {
    return proto.getDataType() == TensorProto.DataType.STRING.getNumber();
  }

  /** Whether the data lie in another file. */
  static boolean isExternal(TensorProto proto) {
    return proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL
        || proto.getExternalDataCount() > 0;
  }

  private Tensor read() {
    ElementFormat format =
        ElementFormat.ofNumber(proto.getDataType())
            .orElseThrow(
                () ->
                    refuse(
                        "elements of type number " + proto.getDataType(),
                        "float, double, float16, bfloat16, bool or integers of 4 to 64 bits"));
    int[] shape = shape();
    int size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    IntToDoubleFunction element =
        isExternal(proto)
            ? external(format, size)
            : proto.getRawData().isEmpty() ? typed(format, size) : packed(format, size);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = element.applyAsDouble(i);
      if (!Double.isFinite(values[i])) {
        throw refuse(values[i] + " at index " + i, "finite values");
      }
    }
    Tensor tensor = Tensor.of(format.type(), shape, values);
    return Tensor.Range.ofElementType(proto.getDataType()).map(tensor::within).orElse(tensor);
  }

  private int[] shape() {
    long size = 1;
    int[] shape = new int[proto.getDimsCount()];
    for (int i = 0; i < shape.length; i++) {
      long dimension = proto.getDims(i);
      if (dimension < 0 || dimension > MAX_ELEMENTS || size * dimension > MAX_ELEMENTS) {
        throw refuse("shape " + proto.getDimsList(), "at most " + MAX_ELEMENTS + " elements");
      }
      shape[i] = (int) dimension;
      size *= dimension;
    }
    return shape;
  }

  private IntToDoubleFunction external(ElementFormat format, int size) {
    ByteBuffer data = beside.read(proto, format.bytes(size), where);
    return i -> format.packed(data, i);
  }

  private IntToDoubleFunction packed(ElementFormat format, int size) {
    ByteBuffer data =
        proto.getRawData().asReadOnlyByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
    if (data.remaining() != format.bytes(size)) {
      throw refuse(
          data.remaining() + " bytes of data",
          format.bytes(size) + " bytes, for " + size + " elements");
    }
    return i -> format.packed(data, i);
  }

  private IntToDoubleFunction typed(ElementFormat format, int size) {
    return switch (format) {
      case FLOAT -> checked(proto.getFloatDataList(), size)::get;
      case DOUBLE -> checked(proto.getDoubleDataList(), size)::get;
      case INT64 -> longs(format, checked(proto.getInt64DataList(), size));
      case UINT32, UINT64 -> longs(format, checked(proto.getUint64DataList(), size));
      case UINT4, INT4 -> {
        // Entries hold a byte each.
        List<Integer> data = checked(proto.getInt32DataList(), (int) format.bytes(size));
        ByteBuffer bytes = ByteBuffer.allocate(data.size());
        data.forEach(entry -> bytes.put(entry.byteValue()));
        yield i -> format.packed(bytes, i);
      }
      case BOOL, INT8, UINT8, INT16, UINT16, INT32, FLOAT16, BFLOAT16 -> {
        List<Integer> data = checked(proto.getInt32DataList(), size);
        yield i -> format.ofInt(data.get(i));
      }
    };
  }

  private static IntToDoubleFunction longs(ElementFormat format, List<Long> data) {
    return i -> format.ofLong(data.get(i));
  }

  private <T> List<T> checked(List<T> data, int size) {
    if (data.size() != size) {
      throw refuse(data.size() + " values", size + " of them: shape " + proto.getDimsList());
    }
    return data;
  }

  private InvalidInputException refuse(String found, String expected) {
    return new InvalidInputException(where, found, expected);
  }
}
