package io.hdlgen.canids.verify;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Detectors whose networks are random and say every class of some frames. */
public final class RandomDetector {
  private static final int SAMPLES = 200;

  private RandomDetector() {}

  /** Weights of three bits, activations of two. */
  public static IntegerNetwork network(
      FeatureSpec spec, List<Integer> hidden, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<InputFeature> inputs = new ArrayList<>();
    List<String> names = spec.names();
    for (int i = 0; i < names.size(); i++) {
      inputs.add(
          InputFeature.filling(
              names.get(i), spec.bits(i), Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN));
    }
    long[][] values = new long[SAMPLES][inputs.size()];
    for (long[] row : values) {
      Arrays.setAll(row, i -> random.nextInt(1 << spec.bits(i)));
    }
    List<DenseLayer> layers = new ArrayList<>();
    List<Integer> widths = new ArrayList<>(hidden);
    widths.add(classes == 2 ? 1 : classes);
    for (int l = 0; l < widths.size(); l++) {
      values = layer(random, widths.get(l), values, l == hidden.size(), layers);
    }
    int scores = widths.get(hidden.size());
    LongVector one = LongVector.filled(scores, 1);
    LongVector zero = LongVector.filled(scores, 0);
    return new IntegerNetwork(
        "random",
        inputs,
        layers,
        scores == 1 ? new Decision.Threshold(one, zero, 0) : new Decision.ArgMax(one, zero),
        IntStream.range(0, classes).mapToObj(k -> "class" + k).toList());
  }

  private static long[][] layer(
      SplittableRandom random,
      int neurons,
      long[][] values,
      boolean last,
      List<DenseLayer> layers) {
    long[][] weights = new long[neurons][values[0].length];
    long[] biases = new long[neurons];
    long[][] thresholds = new long[neurons][3];
    long[][] next = new long[SAMPLES][neurons];
    for (int n = 0; n < neurons; n++) {
      Arrays.setAll(weights[n], i -> random.nextInt(7) - 3);
      long[] sums = new long[SAMPLES];
      for (int s = 0; s < SAMPLES; s++) {
        for (int i = 0; i < weights[n].length; i++) {
          sums[s] += weights[n][i] * values[s][i];
        }
      }
      long[] sorted = sums.clone();
      Arrays.sort(sorted);
      biases[n] = last ? -sorted[SAMPLES / 2] : 0;
      for (int k = 0; k < 3; k++) {
        thresholds[n][k] = sorted[SAMPLES / 4 * (k + 1)];
      }
      for (int s = 0; s < SAMPLES; s++) {
        for (long threshold : thresholds[n]) {
          next[s][n] += sums[s] >= threshold ? 1 : 0;
        }
      }
    }
    Activation activation =
        last
            ? new Activation.Identity()
            : new Activation.MultiThreshold(0, 1, LongMatrix.of(thresholds));
    layers.add(
        new DenseLayer(
            "layer" + layers.size(), LongMatrix.of(weights), LongVector.of(biases), activation));
    return next;
  }

  /** A core between streams. */
  public static HardwareDesign core(IntegerNetwork network, Architecture architecture) {
    HardwareOptions options =
        new HardwareOptions(
            "ids_core",
            Architecture.UNROLLED,
            Outputs.CLASS,
            50,
            OptionalInt.empty(),
            new CostModel("test", 0.5, 0.7, 0.8, 0.03),
            List.of("A test."));
    if (architecture == Architecture.FOLDED) {
      List<Folding> foldings = network.layers().stream().map(layer -> new Folding(1, 1)).toList();
      options = options.withFoldings(foldings, Multiplication.NO);
    }
    return HardwareCompiler.compile(network, options);
  }
}
