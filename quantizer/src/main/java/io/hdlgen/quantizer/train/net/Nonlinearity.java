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
    this.logStep = Parameter.vector(new float[1], STEP_RATE);
    this.rowSums = new float[capacity];
    this.workers = workers;
    this.neurons = neurons;
  }

  List<Parameter> parameters() {
    return quantized && !bipolar ? List.of(logStep) : List.of();
  }

  /** What a code is multiplied by to be a real value; 1 if not quantized, or bipolar. */
  public float scale() {
    return quantized && !bipolar ? FloatMath.exp(logStep.vector()[0]) : 1;
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
    logStep.vector()[0] = (float) StrictMath.log(best);
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
    workers.forEach(
        rows,
        4L * neurons,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            float[] a = outputs.row(r);
            line(sums.row(r), slope, offset, a);
            if (isQuantizedRelu()) {
              reluCodes(a, scale, min, max);
            } else {
              for (int j = 0; j < a.length; j++) {
                a[j] = at(a[j], scale);
              }
            }
          }
        });
  }

  private boolean isQuantizedRelu() {
    return activation == FloatActivation.RELU && quantized && !bipolar;
  }

  private static void line(float[] sums, float[] slope, float[] offset, float[] z) {
    for (int j = 0; j < z.length; j++) {
      z[j] = slope[j] * sums[j] + offset[j];
    }
  }

  /** As {@link #at}, in vector instructions. */
  private static void reluCodes(float[] z, float scale, float min, float max) {
    for (int j = 0; j < z.length; j++) {
      z[j] = FloatMath.rint(Math.max(min, Math.min(max, Math.max(0, z[j]) / scale)));
    }
  }

  /** Turns gradients of real values into those of {@code z}, in place. */
  void backward(
      int rows, Matrix sums, float[] slope, float[] offset, Matrix outputs, Matrix gradients) {
    float scale = scale();
    workers.forEach(
        rows,
        4L * neurons,
        (from, to) -> {
          float[] z = new float[neurons];
          for (int r = from; r < to; r++) {
            float[] a = outputs.row(r);
            float[] g = gradients.row(r);
            line(sums.row(r), slope, offset, z);
            float toStep = 0;
            if (isQuantizedRelu()) {
              reluGradients(z, scale, max, a, g);
              for (float term : z) {
                toStep += term;
              }
              rowSums[r] = toStep;
              continue;
            }
            for (int j = 0; j < g.length; j++) {
              if (bipolar) {
                g[j] = Math.abs(z[j]) <= 1 ? g[j] : 0;
                continue;
              }
              float value = quantized ? (float) activation.apply(z[j]) : a[j];
              if (quantized) {
                float v = value / scale;
                boolean inside = v >= min && v <= max;
                toStep += g[j] * (inside ? a[j] - v : a[j]);
                g[j] = inside ? g[j] : 0;
              }
              g[j] *= derivative(z[j], value);
            }
            rowSums[r] = toStep;
          }
        });
    float sum = 0;
    for (int r = 0; r < rows; r++) {
      sum += rowSums[r];
    }
    logStep.gradients().row(0)[0] = sum * scale;
  }

  /** As {@link #backward} has it, in vector instructions; {@code z} becomes terms of the step. */
  private static void reluGradients(float[] z, float scale, float max, float[] a, float[] g) {
    for (int j = 0; j < z.length; j++) {
      float v = Math.max(0, z[j]) / scale;
      float inside = 1 - FloatMath.unitStep(v - max);
      float up = FloatMath.unitStep(z[j]);
      z[j] = g[j] * (a[j] - v * inside);
      g[j] = g[j] * (inside * up);
    }
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
