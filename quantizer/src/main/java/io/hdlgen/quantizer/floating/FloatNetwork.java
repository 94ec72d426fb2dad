package io.hdlgen.quantizer.floating;

import java.util.List;
import java.util.stream.IntStream;
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
 * @param classNames one a class ({@link #classes}); empty if the classes are only counted
 */
public record FloatNetwork(
    String name, List<String> featureNames, List<FloatLayer> layers, List<String> classNames) {
  public FloatNetwork {
    featureNames = List.copyOf(featureNames);
    layers = List.copyOf(layers);
    classNames = List.copyOf(classNames);
    if (!classNames.isEmpty() && !layers.isEmpty() && classNames.size() != classes(layers)) {
      throw new IllegalArgumentException(
          "%d class names for %d classes".formatted(classNames.size(), classes(layers)));
    }
  }

  /** A network whose classes are only counted. */
  public FloatNetwork(String name, List<String> featureNames, List<FloatLayer> layers) {
    this(name, featureNames, layers, List.of());
  }

  /** This network with other names of its features. */
  public FloatNetwork withFeatureNames(List<String> names) {
    return new FloatNetwork(name, names, layers, classNames);
  }

  /** Number of classes: one an output, but two with a single output. */
  public int classes() {
    return classes(layers);
  }

  /** What the classes are called: their names, or {@code 0, 1, ...} if they are only counted. */
  public List<String> classLabels() {
    return classNames.isEmpty()
        ? IntStream.range(0, classes()).mapToObj(Integer::toString).toList()
        : classNames;
  }

  private static int classes(List<FloatLayer> layers) {
    return Math.max(2, layers.get(layers.size() - 1).biases().getDimension());
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
