package io.hdlgen.quantizer.onnx;

import io.hdlgen.quantizer.network.ActivationFunction;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;

/** An evaluation of integer networks that is as plain as can be, for these tests. */
final class PlainEvaluation {
  private PlainEvaluation() {}

  /** The scores at real inputs. */
  static long[] scores(IntegerNetwork network, double[] x) {
    long[] codes = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      codes[i] = network.inputs().get(i).encode(x[i]);
    }
    List<long[]> values = values(network, codes);
    long[] last = values.get(values.size() - 1);
    long[] scores = new long[last.length];
    for (int k = 0; k < last.length; k++) {
      scores[k] =
          network.decision().onScores().multipliers().get(k) * last[k]
              + network.decision().onScores().offsets().get(k);
    }
    return scores;
  }

  /** The values of each layer. */
  static List<long[]> values(IntegerNetwork network, long[] codes) {
    List<long[]> all = new ArrayList<>();
    long[] current = codes;
    for (DenseLayer layer : network.layers()) {
      long[] next = new long[layer.outputs()];
      for (int n = 0; n < next.length; n++) {
        long sum = layer.biases().get(n);
        for (int i = 0; i < current.length; i++) {
          sum += layer.weights().get(n, i) * current[i];
        }
        next[n] = ActivationFunction.apply(layer.activation(), n, sum);
      }
      all.add(next);
      current = next;
    }
    return all;
  }

  /** The class at real inputs. */
  static int classify(IntegerNetwork network, double[] x) {
    long[] scores = scores(network, x);
    if (network.decision() instanceof Decision.Threshold threshold) {
      return scores[0] >= threshold.threshold() ? 1 : 0;
    }
    int best = 0;
    for (int k = 1; k < scores.length; k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return best;
  }
}
