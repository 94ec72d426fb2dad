package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.onnx.graph.Node;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The operators that only rearrange their first input. */
public final class LayoutOperators {
  private final Node node;
  private final int[] shape;
  private final List<Optional<Tensor>> inputs;

  private LayoutOperators(Node node, int[] shape, List<Optional<Tensor>> inputs) {
    this.node = node;
    this.shape = shape;
    this.inputs = inputs;
  }

  /**
   * What the node does to its first input, or nothing if it is no such operator.
   *
   * @param shape of the first input
   * @param inputs the constant inputs by position; the first is not looked at
   */
  public static Optional<Layout> of(Node node, int[] shape, List<Optional<Tensor>> inputs) {
    try {
      return Optional.ofNullable(new LayoutOperators(node, shape, inputs).layout());
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw node.refuse(
          node.operator() + " of a tensor of shape " + Arrays.toString(shape),
          "shapes and axes that fit (" + e.getMessage() + ")");
    }
  }

  private Layout layout() {
    return switch (node.operator()) {
      case "Identity", "Dropout" -> Layout.reshaped(shape);
      case "Reshape" -> Layout.reshaped(reshape());
      case "Flatten" -> Layout.reshaped(flatten());
      case "Squeeze" -> Layout.reshaped(squeeze());
      case "Unsqueeze" -> Layout.reshaped(unsqueeze());
      case "Transpose" -> transpose();
      case "Expand" -> expand();
      case "Gather" -> gather();
      case "Slice" -> slice();
      default -> null;
    };
  }

  private int[] reshape() {
    int[] target = ints("shape", 1).orElseThrow(() -> missing("a constant shape"));
    int unknown = -1;
    int known = 1;
    for (int i = 0; i < target.length; i++) {
      if (target[i] == 0 && node.attributes().integer("allowzero", 0) == 0) {
        target[i] = shape[i];
      }
      if (target[i] == -1) {
        unknown = i;
      } else {
        known = Math.multiplyExact(known, target[i]);
      }
    }
    if (unknown >= 0) {
      target[unknown] = Layout.size(shape) / known;
    }
    if (Layout.size(target) != Layout.size(shape)) {
      throw new IllegalArgumentException("target shape " + Arrays.toString(target));
    }
    return target;
  }

  private int[] flatten() {
    int axis = node.attributes().integer("axis", 1);
    axis = axis < 0 ? axis + shape.length : axis;
    int rows = Layout.size(Arrays.copyOf(shape, axis));
    return new int[] {rows, Layout.size(Arrays.copyOfRange(shape, axis, shape.length))};
  }

  private int[] squeeze() {
    Optional<int[]> axes = ints("axes", 1);
    List<Integer> dropped = new ArrayList<>();
    for (int d = 0; d < shape.length; d++) {
      if (axes.isPresent() ? contains(axes.get(), d, shape.length) : shape[d] == 1) {
        if (shape[d] != 1) {
          throw new IllegalArgumentException("axis " + d + " is not 1");
        }
        dropped.add(d);
      }
    }
    return IntStream.range(0, shape.length)
        .filter(d -> !dropped.contains(d))
        .map(d -> shape[d])
        .toArray();
  }

  private int[] unsqueeze() {
    int[] axes = ints("axes", 1).orElseThrow(() -> missing("constant axes"));
    int rank = shape.length + axes.length;
    int[] target = new int[rank];
    int from = 0;
    for (int d = 0; d < rank; d++) {
      target[d] = contains(axes, d, rank) ? 1 : shape[from++];
    }
    return target;
  }

  private Layout transpose() {
    int[] reversed = IntStream.range(0, shape.length).map(d -> shape.length - 1 - d).toArray();
    int[] permutation = node.attributes().integers("perm").orElse(reversed);
    int[] sorted = permutation.clone();
    Arrays.sort(sorted);
    if (!Arrays.equals(sorted, IntStream.range(0, shape.length).toArray())) {
      throw new IllegalArgumentException("perm " + Arrays.toString(permutation));
    }
    return Layout.transposed(shape, permutation);
  }

  private Layout expand() {
    int[] target = ints("shape", 1).orElseThrow(() -> missing("a constant shape"));
    return Layout.broadcast(shape, Layout.commonShape(shape, target));
  }

  private Layout gather() {
    Tensor indices = input(1).orElseThrow(() -> missing("constant indices"));
    int axis = axis(node.attributes().integer("axis", 0));
    int[] picked = indices.toInts();
    for (int i = 0; i < picked.length; i++) {
      picked[i] = picked[i] < 0 ? picked[i] + shape[axis] : picked[i];
      if (picked[i] < 0 || picked[i] >= shape[axis]) {
        throw new IllegalArgumentException("index " + picked[i]);
      }
    }
    return Layout.selected(shape, axis, picked, indices.shape());
  }

  private Layout slice() {
    int[] starts = ints("starts", 1).orElseThrow(() -> missing("constant starts"));
    int[] ends = ints("ends", 2).orElseThrow(() -> missing("constant ends"));
    int[] axes = ints("axes", 3).orElse(IntStream.range(0, starts.length).toArray());
    int[] steps =
        ints("steps", 4).orElse(IntStream.generate(() -> 1).limit(starts.length).toArray());
    Layout result = Layout.reshaped(shape);
    for (int i = 0; i < starts.length; i++) {
      int axis = axis(axes[i]);
      int[] indices = range(starts[i], ends[i], steps[i], shape[axis]);
      Layout next = Layout.selected(result.shape(), axis, indices, new int[] {indices.length});
      int[] before = result.sources();
      result =
          new Layout(
              next.shape(), Arrays.stream(next.sources()).map(source -> before[source]).toArray());
    }
    return result;
  }

  private static int[] range(int start, int end, int step, int size) {
    if (step == 0) {
      throw new IllegalArgumentException("step 0");
    }
    int from = start < 0 ? start + size : start;
    int to = end < 0 ? Math.max(end + size, -1) : end;
    if (step > 0) {
      return IntStream.iterate(Math.max(from, 0), i -> i < Math.min(to, size), i -> i + step)
          .toArray();
    }
    return IntStream.iterate(Math.min(from, size - 1), i -> i > to, i -> i + step).toArray();
  }

  private int axis(int axis) {
    int positive = axis < 0 ? axis + shape.length : axis;
    if (positive < 0 || positive >= shape.length) {
      throw new IllegalArgumentException("axis " + axis);
    }
    return positive;
  }

  private static boolean contains(int[] axes, int dimension, int rank) {
    return Arrays.stream(axes).anyMatch(axis -> axis == dimension || axis + rank == dimension);
  }

  /** The integers of an attribute (older operator sets) or of a constant input (newer ones). */
  private Optional<int[]> ints(String attribute, int input) {
    return node.attributes().integers(attribute).or(() -> input(input).map(Tensor::toInts));
  }

  private Optional<Tensor> input(int index) {
    return index < inputs.size() ? inputs.get(index) : Optional.empty();
  }

  private IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("it needs " + what);
  }
}
