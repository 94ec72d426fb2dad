package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Products;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The weights of a layer {@code [inputs][outputs]}: real ones, and what the layer computes with.
 */
public final class Weights {
  private final Matrix latent;
  private final Parameter parameter;
  private final WeightQuantizer quantizer;
  private final Matrix transposed;
  private final Workers workers;
  private Matrix kept;

  Weights(
      int inputs, int outputs, Optional<WeightFormat> format, boolean sharedStep, Workers workers) {
    latent = new Matrix(inputs, outputs);
    parameter = new Parameter(latent, true, 1);
    quantizer =
        format.map(f -> new WeightQuantizer(f, inputs, outputs, sharedStep, workers)).orElse(null);
    transposed = new Matrix(outputs, inputs);
    this.workers = workers;
  }

  /** The real weights. */
  public Matrix latent() {
    return latent;
  }

  /** 1 for a weight that is kept, 0 for one that is pruned; null if all are kept. */
  public Matrix kept() {
    return kept;
  }

  /** Prunes: 0 for each weight that is to vanish, else 1. */
  public void keep(Matrix mask) {
    kept = mask;
  }

  /** What the layer computes with: levels, or the real weights. */
  public Matrix effective() {
    return quantizer == null ? latent : quantizer.codes();
  }

  /** What the levels of a neuron are multiplied by. */
  public float step(int neuron) {
    return quantizer == null ? 1 : quantizer.steps()[neuron];
  }

  List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(parameter));
    if (quantizer != null) {
      all.add(quantizer.logSteps());
    }
    return all;
  }

  Parameter parameter() {
    return parameter;
  }

  /**
   * Chooses first steps for the weights as they are.
   *
   * @param importance of an error in the weights of each input, such as the input's variance
   */
  public void fitSteps(float[] importance) {
    if (quantizer != null) {
      quantizer.fit(latent, importance);
    }
  }

  /** As {@link Mlp#dampen}; the levels are those of the last {@link #refresh}. */
  void dampen(float size) {
    if (quantizer != null) {
      quantizer.dampen(latent, size);
    }
  }

  /** To be called after each change of the weights. */
  void refresh() {
    if (quantizer != null) {
      quantizer.quantize(latent, kept);
    } else if (kept != null) {
      for (int i = 0; i < latent.rows(); i++) {
        multiply(latent.row(i), kept.row(i));
      }
    }
  }

  /**
   * Sets the gradients.
   *
   * @param sums gradients of the real sums {@code [rows][outputs]}; overwritten
   * @param before receives the gradients of the real inputs; may be null
   */
  void backward(
      int rows, Matrix sums, Matrix inputs, float scale, Matrix before, Products products) {
    Matrix gradients = parameter.gradients();
    products.multiplyTransposed(rows, inputs, sums, gradients);
    for (int i = 0; i < gradients.rows(); i++) {
      float[] g = gradients.row(i);
      for (int j = 0; j < g.length; j++) {
        g[j] *= scale;
      }
      if (kept != null) {
        multiply(g, kept.row(i));
      }
    }
    if (quantizer != null) {
      quantizer.backward(latent, gradients);
    }
    if (before != null) {
      if (quantizer != null) {
        workers.forEach(
            rows,
            sums.columns(),
            (from, to) -> {
              for (int r = from; r < to; r++) {
                multiply(sums.row(r), quantizer.steps());
              }
            });
      }
      Products.transpose(effective(), transposed);
      products.multiply(rows, sums, transposed, before);
    }
  }

  private static void multiply(float[] values, float[] factors) {
    for (int j = 0; j < values.length; j++) {
      values[j] *= factors[j];
    }
  }
}
