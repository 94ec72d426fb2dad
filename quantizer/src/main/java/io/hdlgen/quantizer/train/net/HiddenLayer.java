package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Products;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Weights, batch normalisation (Ioffe and Szegedy, ICML 2015) or a bias, activation; each quantized
 * or not.
 *
 * <p>What goes in and comes out are codes: integers if quantized, and the real value is {@code
 * scale * code}. So the sums of an integer network are the ones of training, without any rounding.
 */
public final class HiddenLayer {
  private static final float EPSILON = 1e-5f;
  private static final float MOMENTUM = 0.1f;

  private final Weights weights;
  private final boolean normalised;
  private final boolean quantized;
  private final Parameter gain;
  private final Parameter shift;
  private final float[] mean;
  private final float[] variance;
  private final Nonlinearity nonlinearity;
  private final Workers workers;
  private final Matrix sums;
  private final Matrix outputs;
  private final float[] slope;
  private final float[] offset;
  private final float[] batchMean;
  private final float[] batchVariance;
  private final float[] inverse;
  private boolean frozen;

  /**
   * A layer without weights, for {@link Weights#latent} to be filled.
   *
   * @param format absent for real numbers
   * @param capacity the most rows at a time
   */
  HiddenLayer(
      int inputs,
      int neurons,
      FloatActivation activation,
      boolean normalised,
      Optional<LayerFormat> format,
      int capacity,
      Workers workers) {
    this.weights = new Weights(inputs, neurons, format.map(LayerFormat::weights), false, workers);
    this.normalised = normalised;
    this.quantized = format.isPresent();
    this.workers = workers;
    float[] ones = new float[neurons];
    Arrays.fill(ones, 1);
    gain = Parameter.vector(ones, 1);
    shift = Parameter.vector(new float[neurons], 1);
    mean = new float[neurons];
    variance = ones.clone();
    Optional<ActivationFormat> values = format.map(LayerFormat::activations);
    nonlinearity = new Nonlinearity(activation, values, capacity, neurons, workers);
    sums = new Matrix(capacity, neurons);
    outputs = new Matrix(capacity, neurons);
    slope = new float[neurons];
    offset = new float[neurons];
    batchMean = new float[neurons];
    batchVariance = new float[neurons];
    inverse = new float[neurons];
  }

  public Weights weights() {
    return weights;
  }

  /** Factor of each normalised sum; not below 0 if quantized. */
  public float[] gain() {
    return gain.vector();
  }

  /** What is added to each normalised sum, or to each sum without normalisation. */
  public float[] shift() {
    return shift.vector();
  }

  /** Mean of each neuron's real sum, as evaluation takes it. */
  public float[] mean() {
    return mean;
  }

  /** Variance of each neuron's real sum, as evaluation takes it. */
  public float[] variance() {
    return variance;
  }

  public Nonlinearity nonlinearity() {
    return nonlinearity;
  }

  int neurons() {
    return slope.length;
  }

  /**
   * From now on, training takes mean and variance as evaluation does. They are those of real sums,
   * so that steps and scales go on changing what comes out as their gradients say.
   */
  void freeze() {
    frozen = true;
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(weights.parameters());
    if (normalised) {
      all.add(gain);
    }
    all.add(shift);
    all.addAll(nonlinearity.parameters());
    return all;
  }

  /** To be called after each change of the weights. */
  void refresh() {
    weights.refresh();
    if (quantized) {
      // A neuron that descends would have to be turned round to be one of thresholds, and the
      // levels of intN are not the same with the other sign.
      for (int j = 0; j < gain.vector().length; j++) {
        gain.vector()[j] = Math.max(0, gain.vector()[j]);
      }
    }
  }

  /**
   * Slope and offset of each neuron, from its sum of codes to what its activation gets, as
   * evaluation takes them.
   *
   * @param scale of the codes that come in
   */
  public void prepare(float scale) {
    for (int j = 0; j < slope.length; j++) {
      float unit = scale * weights.step(j);
      if (normalised) {
        inverse[j] = 1 / (float) Math.sqrt(variance[j] + EPSILON);
        slope[j] = gain.vector()[j] * unit * inverse[j];
        offset[j] = shift.vector()[j] - gain.vector()[j] * inverse[j] * mean[j];
      } else {
        slope[j] = unit;
        offset[j] = shift.vector()[j];
      }
    }
  }

  /** Slope of each neuron, as of the last {@link #prepare}. */
  public float[] slope() {
    return slope;
  }

  /** Offset of each neuron, as of the last {@link #prepare}. */
  public float[] offset() {
    return offset;
  }

  /** The codes that came out last. */
  Matrix outputs() {
    return outputs;
  }

  /** The sums of codes of the last rows. */
  Matrix sums() {
    return sums;
  }

  /** Codes {@code [rows][neurons]} of codes that come in; the weights must have been refreshed. */
  Matrix forward(int rows, Matrix inputs, float scale, boolean training, Products products) {
    products.multiply(rows, inputs, weights.effective(), sums);
    if (training && normalised && !frozen) {
      measure(rows);
      for (int j = 0; j < slope.length; j++) {
        float unit = scale * weights.step(j);
        slope[j] = gain.vector()[j] * unit * inverseOf(unit, j);
        offset[j] = shift.vector()[j] - slope[j] * batchMean[j];
        mean[j] += MOMENTUM * (unit * batchMean[j] - mean[j]);
        variance[j] += MOMENTUM * (unit * unit * batchVariance[j] - variance[j]);
      }
    } else {
      prepare(scale);
      for (int j = 0; j < slope.length; j++) {
        batchMean[j] = mean[j] / (scale * weights.step(j));
      }
    }
    nonlinearity.forward(rows, sums, slope, offset, outputs);
    return outputs;
  }

  private float inverseOf(float unit, int j) {
    inverse[j] = 1 / (float) Math.sqrt(unit * unit * batchVariance[j] + EPSILON);
    return inverse[j];
  }

  /**
   * Takes over what evaluation takes as mean and variance.
   *
   * @param means of the sums of codes, one a neuron
   * @param variances of the sums of codes, one a neuron
   * @param scale of the codes that come in
   */
  public void setStatistics(double[] means, double[] variances, float scale) {
    for (int j = 0; j < slope.length; j++) {
      float unit = scale * weights.step(j);
      mean[j] = unit * (float) means[j];
      variance[j] = unit * unit * (float) variances[j];
    }
  }

  /** Mean and variance of the sums of codes of these rows. */
  private void measure(int rows) {
    int n = slope.length;
    workers.forEach(
        n,
        2L * rows,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            batchMean[j] = 0;
            batchVariance[j] = 0;
          }
          for (int r = 0; r < rows; r++) {
            float[] y = sums.row(r);
            for (int j = from; j < to; j++) {
              batchMean[j] += y[j];
            }
          }
          for (int j = from; j < to; j++) {
            batchMean[j] /= rows;
          }
          for (int r = 0; r < rows; r++) {
            float[] y = sums.row(r);
            for (int j = from; j < to; j++) {
              float d = y[j] - batchMean[j];
              batchVariance[j] += d * d;
            }
          }
          for (int j = from; j < to; j++) {
            batchVariance[j] /= rows;
          }
        });
  }

  /**
   * Sets all gradients of this layer.
   *
   * @param gradients of the real outputs {@code [rows][neurons]}; overwritten
   * @param inputs codes that came in
   * @param scale of them
   * @param before receives the gradients of the real inputs; null if nobody wants them
   */
  void backward(
      int rows, Matrix gradients, Matrix inputs, float scale, Matrix before, Products products) {
    int n = slope.length;
    nonlinearity.backward(rows, sums, slope, offset, outputs, gradients);
    float[] unit = new float[n];
    for (int j = 0; j < n; j++) {
      unit[j] = scale * weights.step(j);
    }
    float[] toShift = shift.gradients().row(0);
    float[] toGain = gain.gradients().row(0);
    workers.forEach(
        n,
        2L * rows,
        (from, to) -> {
          for (int j = from; j < to; j++) {
            toShift[j] = 0;
            toGain[j] = 0;
          }
          for (int r = 0; r < rows; r++) {
            float[] g = gradients.row(r);
            float[] y = sums.row(r);
            for (int j = from; j < to; j++) {
              toShift[j] += g[j];
              toGain[j] += g[j] * (y[j] - batchMean[j]);
            }
          }
          for (int j = from; j < to; j++) {
            toGain[j] *= normalised ? unit[j] * inverse[j] : 0;
          }
        });
    if (normalised) {
      // What mean and variance, moving with the rows, take away; nothing once they stand still.
      float[] byMean = new float[n];
      float[] byVariance = new float[n];
      float[] factor = new float[n];
      for (int j = 0; j < n; j++) {
        byMean[j] = frozen ? 0 : toShift[j] / rows;
        byVariance[j] = frozen ? 0 : toGain[j] / rows;
        factor[j] = gain.vector()[j] * inverse[j];
      }
      workers.forEach(
          rows,
          n,
          (from, to) -> {
            for (int r = from; r < to; r++) {
              float[] g = gradients.row(r);
              float[] y = sums.row(r);
              for (int j = 0; j < n; j++) {
                float normal = (y[j] - batchMean[j]) * unit[j] * inverse[j];
                g[j] = factor[j] * (g[j] - byMean[j] - normal * byVariance[j]);
              }
            }
          });
    }
    weights.backward(rows, gradients, inputs, scale, before, products);
  }
}
