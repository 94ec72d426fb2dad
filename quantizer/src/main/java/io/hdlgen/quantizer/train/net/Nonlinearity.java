package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.train.compute.FloatMath;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.List;
import java.util.Optional;

/**
 * From {@code z = slope * sum + offset} to the value {@code f(z)}, or to its code {@code
 * clamp(round(f(z) / step))} with a learnt step; bipolar codes are the sign of {@code z}.
 *
 * <p>Gradients pass the rounding as if it were not there, and stop outside of the codes' range.
 */
public final class Nonlinearity {
  private static final float STEP_RATE = 0.1f;

  private final FloatActivation activation;
  private final boolean quantized;
  private final boolean bipolar;
  private final float min;
  private final float max;
  private final Parameter logStep;
  private final float[] rowSums;
  private final Workers workers;
  private final int neurons;

  Nonlinearity(
      FloatActivation activation,
      Optional<ActivationFormat> format,
      int capacity,
      int neurons,
      Workers workers) {
    this.activation = activation;
    this.quantized = format.isPresent();
    this.bipolar = format.map(f -> f instanceof ActivationFormat.Bipolar).orElse(false);
    this.min = format.map(ActivationFormat::min).orElse(0);
    this.max = format.map(ActivationFormat::max).orElse(0);
    this.logStep = new Parameter(new float[1], false, STEP_RATE);
    this.rowSums = new float[capacity];
    this.workers = workers;
    this.neurons = neurons;
  }

  List<Parameter> parameters() {
    return quantized && !bipolar ? List.of(logStep) : List.of();
  }

  /** What a code is multiplied by to be a real value; 1 if not quantized, or bipolar. */
  public float scale() {
    return quantized && !bipolar ? FloatMath.exp(logStep.values()[0]) : 1;
  }

  /** Chooses the step that brings codes nearest to these real values. */
  public void fitStep(float[] values) {
    float greatest = Float.MIN_NORMAL;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    float best = greatest / max;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 1; c <= 50; c++) {
      float step = greatest / max * c / 50;
      double error = 0;
      for (float value : values) {
        double difference = value - step * code(value, step);
        error += difference * difference;
      }
      if (error < least) {
        least = error;
        best = step;
      }
    }
    logStep.values()[0] = (float) StrictMath.log(best);
  }

  /** The code, or without quantization the value, of a neuron whose activation gets {@code z}. */
  public float at(float z, float scale) {
    if (bipolar) {
      return z >= 0 ? 1 : -1;
    }
    float value = activation == FloatActivation.RELU ? Math.max(0, z) : (float) activation.apply(z);
    return quantized ? code(value, scale) : value;
  }

  private float code(float value, float step) {
    return FloatMath.rint(Math.max(min, Math.min(max, value / step)));
  }

  void forward(int rows, Matrix sums, float[] slope, float[] offset, Matrix outputs) {
    float scale = scale();
    float[] y = sums.values();
    float[] a = outputs.values();
    int n = neurons;
    workers.forEach(
        rows,
        4L * n,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            for (int j = 0; j < n; j++) {
              a[r * n + j] = at(slope[j] * y[r * n + j] + offset[j], scale);
            }
          }
        });
  }

  /** Turns gradients of real values into those of {@code z}, in place. */
  void backward(
      int rows, Matrix sums, float[] slope, float[] offset, Matrix outputs, Matrix gradients) {
    float scale = scale();
    float[] y = sums.values();
    float[] a = outputs.values();
    float[] g = gradients.values();
    int n = neurons;
    workers.forEach(
        rows,
        4L * n,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            float toStep = 0;
            for (int at = r * n, j = 0; j < n; at++, j++) {
              float z = slope[j] * y[at] + offset[j];
              if (bipolar) {
                g[at] = Math.abs(z) <= 1 ? g[at] : 0;
                continue;
              }
              float value = quantized ? (float) activation.apply(z) : a[at];
              if (quantized) {
                float v = value / scale;
                boolean inside = v >= min && v <= max;
                toStep += g[at] * (inside ? a[at] - v : a[at]);
                g[at] = inside ? g[at] : 0;
              }
              g[at] *= derivative(z, value);
            }
            rowSums[r] = toStep;
          }
        });
    float sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += rowSums[r];
    }
    logStep.gradients()[0] = sum * scale;
  }

  private float derivative(float z, float value) {
    return switch (activation) {
      case IDENTITY -> 1;
      case RELU -> z > 0 ? 1 : 0;
      case SIGMOID -> value * (1 - value);
      case TANH -> 1 - value * value;
      case HARD_TANH -> Math.abs(z) <= 1 ? 1 : 0;
    };
  }
}
