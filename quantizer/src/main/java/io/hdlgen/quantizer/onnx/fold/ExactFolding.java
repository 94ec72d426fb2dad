package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import java.util.List;
import java.util.Optional;

/** Follows quantized constants as integers and scales through elementwise operators. */
final class ExactFolding {
  private ExactFolding() {}

  /**
   * The integers and scales of {@code constant} after the chains, if they stay such.
   *
   * @param chains one an element
   */
  static Optional<Constant.Exact> exact(Constant constant, List<Chain> chains) {
    int size = constant.tensor().size();
    double[] integers = new double[size];
    double[] scales = new double[size];
    for (int i = 0; i < size; i++) {
      Chain chain = chains.get(i);
      int last = chain.lastQuantizer();
      if (last < 0 && constant.exact().isEmpty()) {
        return Optional.empty();
      }
      double integer =
          last < 0
              ? constant.exact().get().integers()[i]
              : rounded(constant.tensor(), i, chain.part(0, last + 1));
      double scale = last < 0 ? constant.exact().get().scales()[i] : 1;
      Affine tail = Affine.of(chain.part(last + 1, chain.steps().size())).orElse(null);
      if (tail == null || tail.gain() == 0) {
        return Optional.empty();
      }
      // value = gain * scale * integer + offset: the offset must be a whole number of scales.
      scales[i] = tail.gain() * scale;
      double shift = tail.offset() / scales[i];
      if (shift != Math.rint(shift)) {
        return Optional.empty();
      }
      integers[i] = integer + shift;
    }
    return Optional.of(new Constant.Exact(integers, scales));
  }

  private static double rounded(Tensor tensor, int index, Chain chain) {
    double value = tensor.get(index);
    for (Step step : chain.steps()) {
      value = tensor.type().round(step.apply(value));
    }
    return value;
  }
}
