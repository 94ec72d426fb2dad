package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.compute.FloatMath;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Products;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last layer: logits are {@code temperature * (scale * step * sum + bias)}. If quantized, all
 * neurons share one step, biases are rounded to whole units of the sum, and so the order of the
 * logits is that of integers.
 */
public final class OutputLayer {
  private final Weights weights;
  private final boolean quantized;
  private final Parameter bias;
  private final Parameter logTemperature;
  private final Matrix logits;

  OutputLayer(
      int inputs, int outputs, Optional<WeightFormat> format, int capacity, Workers workers) {
    weights = new Weights(inputs, outputs, format, true, workers);
    quantized = format.isPresent();
    bias = Parameter.vector(new float[outputs], 1);
    logTemperature = Parameter.vector(new float[1], 0.3f);
    logits = new Matrix(capacity, outputs);
  }

  public Weights weights() {
    return weights;
  }

  /** One an output, in real units. */
  public float[] bias() {
    return bias.vector();
  }

  /** The bias of an output in whole units of the sum of codes. */
  public long biasCode(int output, float scale) {
    return (long) Math.rint(bias.vector()[output] / (scale * weights.step(output)));
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(weights.parameters());
    all.add(bias);
    if (quantized) {
      all.add(logTemperature);
    }
    return all;
  }

  Matrix forward(int rows, Matrix inputs, float scale, Products products) {
    products.multiply(rows, inputs, weights.effective(), logits);
    int n = logits.columns();
    float temperature = FloatMath.exp(logTemperature.vector()[0]);
    for (int j = 0; j < n; j++) {
      float unit = scale * weights.step(j);
      float offset = quantized ? biasCode(j, scale) : bias.vector()[j] / unit;
      for (int r = 0; r < rows; r++) {
        logits.set(r, j, temperature * unit * (logits.get(r, j) + offset));
      }
    }
    return logits;
  }

  /** As {@link HiddenLayer#backward}, from the gradients of the logits. */
  void backward(
      int rows, Matrix gradients, Matrix inputs, float scale, Matrix before, Products products) {
    int n = logits.columns();
    float temperature = FloatMath.exp(logTemperature.vector()[0]);
    float[] toBias = bias.gradients().row(0);
    float toTemperature = 0;
    for (int j = 0; j < n; j++) {
      toBias[j] = 0;
      for (int r = 0; r < rows; r++) {
        float gradient = gradients.get(r, j);
        toTemperature += gradient * logits.get(r, j);
        gradient *= temperature;
        gradients.set(r, j, gradient);
        toBias[j] += gradient;
      }
    }
    logTemperature.gradients().row(0)[0] = toTemperature;
    weights.backward(rows, gradients, inputs, scale, before, products);
  }
}
