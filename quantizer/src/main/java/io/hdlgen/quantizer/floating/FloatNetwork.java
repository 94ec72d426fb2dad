package io.hdlgen.quantizer.floating;

import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;

/**
 * A trained classifier of real numbers.
 *
 * <p>The last layer's activation is {@code IDENTITY}: a monotone tail (softmax, sigmoid) is not
 * part of the network. With one output the class is 1 where it is {@code >= 0}; with more it is the
 * greatest, the lowest index on a tie.
 *
 * @param featureNames one an input
 */
public record FloatNetwork(String name, List<String> featureNames, List<FloatLayer> layers) {
  public FloatNetwork {
    featureNames = List.copyOf(featureNames);
    layers = List.copyOf(layers);
  }

  /** The outputs of the last layer at the features {@code x}. */
  public double[] outputs(double[] x) {
    RealVector current = new ArrayRealVector(x, false);
    for (FloatLayer layer : layers) {
      current = layer.apply(current);
    }
    return current.toArray();
  }

  /** The class at the features {@code x}. */
  public int classify(double[] x) {
    double[] outputs = outputs(x);
    if (outputs.length == 1) {
      return outputs[0] >= 0 ? 1 : 0;
    }
    int best = 0;
    for (int k = 1; k < outputs.length; k++) {
      if (outputs[k] > outputs[best]) {
        best = k;
      }
    }
    return best;
  }
}
