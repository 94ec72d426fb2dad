package io.hdlgen.quantizer.onnx.encoding;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.function.DoubleToLongFunction;

/**
 * Where the code of a feature changes, over all finite {@code float} inputs.
 *
 * <p>Comparing an input with these breakpoints gives its code without any arithmetic, so it is
 * exact in every implementation.
 */
public final class FloatBreakpoints {
  private FloatBreakpoints() {}

  /** 1 if the codes ascend with the input, -1 if they descend. */
  public static int direction(InputFeature feature) {
    return feature.scale() > 0 ? 1 : -1;
  }

  /** Steps between the lowest and the highest code. */
  public static long levels(InputFeature feature) {
    return (feature.max() - feature.min()) / step(feature);
  }

  /** What one breakpoint adds to the code. */
  public static long step(InputFeature feature) {
    return feature.encoding() == Encoding.BIPOLAR ? 2 : 1;
  }

  /**
   * The smallest {@code y = direction * x} at which each code above the lowest is reached,
   * ascending; {@code levels} of them. A code that all inputs reach has {@code -Float.MAX_VALUE},
   * one that none reaches {@code Float.MAX_VALUE}.
   */
  public static float[] of(InputFeature feature) {
    int direction = direction(feature);
    DoubleToLongFunction code = y -> feature.encode(direction * y);
    float[] breakpoints = new float[Math.toIntExact(levels(feature))];
    for (int i = 0; i < breakpoints.length; i++) {
      breakpoints[i] = smallest(code, feature.min() + (i + 1) * step(feature));
    }
    return breakpoints;
  }

  private static float smallest(DoubleToLongFunction code, long wanted) {
    int low = order(-Float.MAX_VALUE);
    int high = order(Float.MAX_VALUE);
    while (low < high) {
      int middle = (int) Math.floorDiv((long) low + high, 2L);
      if (code.applyAsLong(value(middle)) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    float found = value(low);
    return found == 0 ? 0f : found;
  }

  /** Numbers all floats in ascending order; 0 is 0, and -0 is -1. */
  private static int order(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits >= 0 ? bits : ~(bits & Integer.MAX_VALUE);
  }

  private static float value(int order) {
    return Float.intBitsToFloat(order >= 0 ? order : ~order | Integer.MIN_VALUE);
  }
}
