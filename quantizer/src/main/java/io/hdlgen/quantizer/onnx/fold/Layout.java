package io.hdlgen.quantizer.onnx.fold;

import java.util.Arrays;

/**
 * A rearrangement of a tensor: element {@code i} of the result is element {@code sources[i]} of
 * what is rearranged. Serves constants and values that depend on the input alike.
 *
 * @param shape dimensions of the result; not to be changed
 * @param sources row-major indices into the original; not to be changed
 */
public record Layout(int[] shape, int[] sources) {

  /** The same elements in another shape of the same size. */
  public static Layout reshaped(int[] shape) {
    int[] sources = new int[size(shape)];
    Arrays.setAll(sources, i -> i);
    return new Layout(shape, sources);
  }

  /** Dimension {@code i} of the result is dimension {@code permutation[i]}. */
  public static Layout transposed(int[] from, int[] permutation) {
    int[] strides = strides(from);
    int[] shape = new int[from.length];
    int[] steps = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      shape[i] = from[permutation[i]];
      steps[i] = strides[permutation[i]];
    }
    return strided(shape, steps, 0);
  }

  /** {@code from} stretched to {@code shape} by the rules of numpy, which must allow it. */
  public static Layout broadcast(int[] from, int[] shape) {
    int[] strides = strides(from);
    int[] steps = new int[shape.length];
    for (int i = 0; i < from.length; i++) {
      int at = i + shape.length - from.length;
      steps[at] = from[i] == 1 ? 0 : strides[i];
    }
    return strided(shape, steps, 0);
  }

  /** Entries {@code indices} of dimension {@code axis}, in the shape {@code replacement}. */
  public static Layout selected(int[] from, int axis, int[] indices, int[] replacement) {
    int inner = size(Arrays.copyOfRange(from, axis + 1, from.length));
    int outer = size(Arrays.copyOf(from, axis));
    int[] shape = new int[from.length - 1 + replacement.length];
    System.arraycopy(from, 0, shape, 0, axis);
    System.arraycopy(replacement, 0, shape, axis, replacement.length);
    System.arraycopy(from, axis + 1, shape, axis + replacement.length, from.length - axis - 1);
    int[] sources = new int[outer * indices.length * inner];
    int at = 0;
    for (int o = 0; o < outer; o++) {
      for (int index : indices) {
        for (int i = 0; i < inner; i++) {
          sources[at++] = (o * from[axis] + index) * inner + i;
        }
      }
    }
    return new Layout(shape, sources);
  }

  /**
   * The shape that both broadcast to by the rules of numpy.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static int[] commonShape(int[] a, int[] b) {
    int[] shape = new int[Math.max(a.length, b.length)];
    for (int i = 1; i <= shape.length; i++) {
      int left = i <= a.length ? a[a.length - i] : 1;
      int right = i <= b.length ? b[b.length - i] : 1;
      if (left != right && left != 1 && right != 1) {
        throw new IllegalArgumentException(
            "shapes " + Arrays.toString(a) + " and " + Arrays.toString(b));
      }
      shape[shape.length - i] = left == 1 ? right : left;
    }
    return shape;
  }

  /** Number of elements of a shape. */
  public static int size(int[] shape) {
    int size = 1;
    for (int dimension : shape) {
      size = Math.multiplyExact(size, dimension);
    }
    return size;
  }

  private static int[] strides(int[] shape) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  private static Layout strided(int[] shape, int[] steps, int start) {
    int[] sources = new int[size(shape)];
    int[] position = new int[shape.length];
    int source = start;
    for (int i = 0; i < sources.length; i++) {
      sources[i] = source;
      for (int d = shape.length - 1; d >= 0; d--) {
        source += steps[d];
        if (++position[d] < shape[d]) {
          break;
        }
        source -= steps[d] * shape[d];
        position[d] = 0;
      }
    }
    return new Layout(shape, sources);
  }
}
