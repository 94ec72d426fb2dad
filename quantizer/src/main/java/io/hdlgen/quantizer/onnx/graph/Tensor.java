package io.hdlgen.quantizer.onnx.graph;

import java.util.Arrays;
import java.util.Optional;

/**
 * A constant tensor: a shape and its values in row-major order.
 *
 * <p>Every element type is held as {@code double}, which is exact for all of them but integers of
 * more than 53 bits.
 */
public final class Tensor {
  /** What the elements are, as far as it changes how they are rounded. */
  public enum Type {
    /** Rounded to float after each operation; half and bfloat16 are widened to it. */
    FLOAT,
    DOUBLE,
    INTEGER,
    BOOL;

    /** {@code x} as an element of this type holds it. */
    public double round(double x) {
      return switch (this) {
        case FLOAT -> (float) x;
        case DOUBLE -> x;
        case INTEGER -> x < 0 ? Math.ceil(x) : Math.floor(x);
        case BOOL -> x == 0 ? 0 : 1;
      };
    }
  }

  /**
   * The integers that an element type holds.
   *
   * @param low the least
   * @param high the greatest
   */
  public record Range(double low, double high) {
    /** The integers of a type of 4 to 16 bits, by ONNX's number for it; empty for other types. */
    public static Optional<Range> ofElementType(int number) {
      return switch (number) {
        case 2 -> Optional.of(new Range(0, 255));
        case 3 -> Optional.of(new Range(-128, 127));
        case 4 -> Optional.of(new Range(0, 65_535));
        case 5 -> Optional.of(new Range(-32_768, 32_767));
        case 21 -> Optional.of(new Range(0, 15));
        case 22 -> Optional.of(new Range(-8, 7));
        default -> Optional.empty();
      };
    }
  }

  private final Type type;
  private final int[] shape;
  private final double[] values;
  private final Optional<Range> range;

  private Tensor(Type type, int[] shape, double[] values, Optional<Range> range) {
    this.type = type;
    this.shape = shape;
    this.values = values;
    this.range = range;
  }

  /** A tensor of copies of {@code shape} and {@code values}. */
  public static Tensor of(Type type, int[] shape, double[] values) {
    long size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          values.length + " values in a tensor of shape " + Arrays.toString(shape));
    }
    return new Tensor(type, shape.clone(), values.clone(), Optional.empty());
  }

  /** This tensor, of an element type that holds these integers. */
  public Tensor within(Range integers) {
    return new Tensor(type, shape, values, Optional.of(integers));
  }

  /** The integers that the element type holds, if that is known. */
  public Optional<Range> range() {
    return range;
  }

  public Type type() {
    return type;
  }

  /** A fresh array of the dimensions. */
  public int[] shape() {
    return shape.clone();
  }

  /** A fresh array of the values, row-major. */
  public double[] values() {
    return values.clone();
  }

  /** The value at a row-major index. */
  public double get(int index) {
    return values[index];
  }

  public int rank() {
    return shape.length;
  }

  /** Number of values. */
  public int size() {
    return values.length;
  }

  /** The values as the dimensions or indices that they are; beyond {@code int}, saturated. */
  public int[] toInts() {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) values[i];
    }
    return ints;
  }
}
