package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.Optional;

/**
 * A constant of the graph.
 *
 * @param tensor its values, rounded as ONNX rounds them
 * @param exact the same values as integers and scales, if they come from a quantizer
 */
public record Constant(Tensor tensor, Optional<Exact> exact) {

  /**
   * Quantized values before they were multiplied out and rounded: value {@code i} is {@code
   * integers[i] * scales[i]}.
   *
   * @param integers whole numbers; not to be changed
   * @param scales not to be changed
   */
  public record Exact(double[] integers, double[] scales) {}

  /** A constant that is no quantizer's. */
  public static Constant plain(Tensor tensor) {
    return new Constant(tensor, Optional.empty());
  }

  /** This constant, rearranged. */
  public Constant arranged(Layout layout) {
    int[] sources = layout.sources();
    return new Constant(
        Tensor.of(tensor.type(), layout.shape(), pick(tensor.values(), sources)),
        exact.map(e -> new Exact(pick(e.integers, sources), pick(e.scales, sources))));
  }

  private static double[] pick(double[] values, int[] sources) {
    double[] picked = new double[sources.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[sources[i]];
    }
    return picked;
  }
}
