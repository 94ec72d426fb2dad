package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts fitted layers together. */
final class NetworkAssembly {
  private NetworkAssembly() {}

  /**
   * The network.
   *
   * @param network gives the names
   * @param biases of the outputs, in units of the last accumulators
   */
  static IntegerNetwork of(
      FloatNetwork network,
      List<InputFeature> features,
      List<IntegerLayer> layers,
      double[] biases) {
    List<DenseLayer> dense = new ArrayList<>();
    List<Interval> ranges = features.stream().map(InputFeature::range).toList();
    for (IntegerLayer layer : layers) {
      DenseLayer finished = layer.toDense(ranges);
      List<Interval> sums = NetworkRanges.accumulators(finished, ranges);
      ranges =
          IntStream.range(0, finished.outputs())
              .mapToObj(n -> NetworkRanges.value(finished.activation(), n, sums.get(n)))
              .toList();
      dense.add(finished);
    }
    return new IntegerNetwork(
        network.name(), features, dense, decision(biases), network.classLabels());
  }

  /**
   * With one output: class 1 where accumulator + bias >= 0, exactly. With more, the biases are
   * rounded to the unit of the accumulators.
   */
  private static Decision decision(double[] biases) {
    LongVector ones = LongVector.filled(biases.length, 1);
    if (biases.length == 1) {
      return new Decision.Threshold(ones, LongVector.of(0), (long) Math.ceil(-biases[0]));
    }
    long[] offsets = Arrays.stream(biases).mapToLong(bias -> (long) Math.rint(bias)).toArray();
    return new Decision.ArgMax(ones, LongVector.of(offsets));
  }
}
