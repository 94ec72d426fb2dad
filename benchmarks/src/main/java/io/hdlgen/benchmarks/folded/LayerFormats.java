package io.hdlgen.benchmarks.folded;

import io.hdlgen.hdl.folding.LayerFormat;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;

/** The widths that the estimate of look-up tables goes by. */
final class LayerFormats {
  private LayerFormats() {}

  static List<LayerFormat> of(IntegerNetwork network) {
    int inputBits =
        network.inputs().stream()
            .mapToInt(i -> i.encoding() == Encoding.BIPOLAR ? 1 : i.bits())
            .max()
            .orElseThrow();
    List<LayerFormat> formats = new ArrayList<>();
    for (DenseLayer layer : network.layers()) {
      long least = 0;
      long most = 0;
      long sum = 0;
      boolean signs = inputBits == 1;
      for (int n = 0; n < layer.outputs(); n++) {
        long magnitude = 0;
        for (int i = 0; i < layer.inputs(); i++) {
          long weight = layer.weights().get(n, i);
          least = Math.min(least, weight);
          most = Math.max(most, weight);
          magnitude += Math.abs(weight) * ((1L << inputBits) - 1);
          signs &= Math.abs(weight) == 1;
        }
        sum = Math.max(sum, magnitude);
      }
      int weightBits =
          signs ? 1 : (least < 0 ? 1 : 0) + bits(Math.max(most, least < 0 ? -least - 1 : 0));
      int thresholds =
          layer.activation() instanceof Activation.MultiThreshold multi
              ? multi.thresholds().columns()
              : 0;
      formats.add(new LayerFormat(inputBits, weightBits, bits(sum) + (signs ? 0 : 1), thresholds));
      inputBits = thresholds > 0 ? bits(thresholds) : bits(sum);
      if (layer.activation() instanceof Activation.ShiftRelu relu) {
        inputBits = relu.bits();
      }
    }
    return formats;
  }

  private static int bits(long value) {
    return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(value));
  }
}
