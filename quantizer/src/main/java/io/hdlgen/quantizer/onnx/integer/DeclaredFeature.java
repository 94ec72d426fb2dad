package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.encoding.FloatBreakpoints;

/** Whether a graph encodes its input as a file's annotation says. */
final class DeclaredFeature {
  /** The most codes that are compared. */
  private static final int MAX_LEVELS = (1 << 12) - 1;

  private DeclaredFeature() {}

  /**
   * Whether the chain gives the feature's code at every {@code float} input. Both are monotone, so
   * it is enough to compare them at the breakpoints of the feature and right before each.
   *
   * @param chain from the network's input to the first layer
   */
  static boolean isComputedBy(Chain chain, InputFeature feature) {
    if (!chain.quantizes() || FloatBreakpoints.levels(feature) > MAX_LEVELS) {
      return false;
    }
    boolean equal = isEqual(chain, feature, -Float.MAX_VALUE);
    for (float breakpoint : FloatBreakpoints.of(feature)) {
      equal =
          equal
              && isEqual(chain, feature, breakpoint)
              && isEqual(chain, feature, Math.nextDown(breakpoint));
    }
    return equal && isEqual(chain, feature, Math.nextDown(Float.MAX_VALUE));
  }

  private static boolean isEqual(Chain chain, InputFeature feature, float y) {
    if (Float.isInfinite(y)) {
      return true;
    }
    double x = FloatBreakpoints.direction(feature) * (double) y;
    return chain.apply(x) == feature.encode(x);
  }
}
