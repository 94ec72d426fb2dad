package io.hdlgen.quantizer.onnx.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The shapes of a graph's inputs for one inference. */
final class InputShapes {
  private final String file;
  private final RowReaders readers;

  InputShapes(String file, RowReaders readers) {
    this.file = file;
    this.readers = readers;
  }

  /**
   * The shape, with 1 for the batch: for a first dimension that is symbolic or left out, and for a
   * greater one if the first dense layer takes one row of it. The number of features of a matrix,
   * where it is left out, is what the nodes behind the input say.
   *
   * @throws InvalidInputException if another dimension is unknown, or the shape is too large
   */
  List<Integer> of(ValueInfoProto input) {
    String where = file + ": input " + input.getName();
    TypeProto.Tensor type = input.getType().getTensorType();
    if (type.getElemType() == TensorProto.DataType.STRING.getNumber()) {
      throw new InvalidInputException(
          where, "features that are strings", "numbers: encode them before");
    }
    if (!input.getType().hasTensorType() || !type.hasShape()) {
      throw new InvalidInputException(where, "no shape", "a tensor whose shape is stated");
    }
    List<TensorShapeProto.Dimension> dimensions = type.getShape().getDimList();
    List<Integer> shape = new ArrayList<>();
    long size = 1;
    for (TensorShapeProto.Dimension dimension : dimensions) {
      int next = size(input, dimension, shape.size(), dimensions.size());
      size *= next;
      if (size > TensorReader.MAX_ELEMENTS) {
        throw new InvalidInputException(
            where, "a shape too large", "at most " + TensorReader.MAX_ELEMENTS + " elements");
      }
      shape.add(next);
    }
    if (shape.size() > 1 && shape.get(0) > 1) {
      OptionalInt row = readers.denseInputs(input.getName());
      if (row.isPresent() && (long) row.getAsInt() * shape.get(0) == size) {
        shape.set(0, 1);
      }
    }
    return shape;
  }

  private int size(
      ValueInfoProto input, TensorShapeProto.Dimension dimension, int index, int rank) {
    long stated = dimension.getDimValue();
    if (stated > 0) {
      return (int) Math.min(stated, 1L + TensorReader.MAX_ELEMENTS);
    }
    String where = file + ": input " + input.getName();
    if (dimension.hasDimValue() && stated == 0) {
      throw new InvalidInputException(
          where, "dimension " + index + " of size 0", "at least one feature");
    }
    if (index == 0) {
      return 1;
    }
    OptionalInt features =
        index == 1 && rank == 2 ? readers.features(input.getName()) : OptionalInt.empty();
    return features.orElseThrow(
        () ->
            new InvalidInputException(
                where,
                "dimension " + index + " of unknown size, which the nodes behind it do not tell",
                "fixed sizes of all dimensions but the first (the batch), such as"
                    + " FloatTensorType([None, 12]) for skl2onnx"));
  }
}
