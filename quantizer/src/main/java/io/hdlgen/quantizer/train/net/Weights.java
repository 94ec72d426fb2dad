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
  private final Matrix gradients;
  private final WeightQuantizer quantizer;
  private final Matrix transposed;
  private final Workers workers;
  private float[] kept;

  Weights(
      int inputs, int outputs, Optional<WeightFormat> format, boolean sharedStep, Workers workers) {
    latent = new Matrix(inputs, outputs);
    parameter = new Parameter(latent.values(), true, 1);
    gradients = new Matrix(inputs, outputs, parameter.gradients());
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
  public float[] kept() {
    return kept;
  }

  /** Prunes: 0 for each weight that is to vanish, else 1. */
  public void keep(float[] mask) {
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
      for (int at = 0; at < kept.length; at++) {
        latent.values()[at] *= kept[at];
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
    products.multiplyTransposed(rows, inputs, sums, gradients);
    float[] g = gradients.values();
    if (scale != 1) {
      for (int at = 0; at < g.length; at++) {
        g[at] *= scale;
      }
    }
    if (kept != null) {
      for (int at = 0; at < g.length; at++) {
        g[at] *= kept[at];
      }
    }
    if (quantizer != null) {
      quantizer.backward(latent, gradients);
    }
    if (before != null) {
      int n = sums.columns();
      float[] d = sums.values();
      if (quantizer != null) {
        workers.forEach(
            rows,
            n,
            (from, to) -> {
              for (int r = from; r < to; r++) {
                for (int j = 0; j < n; j++) {
                  d[r * n + j] *= quantizer.steps()[j];
                }
              }
            });
      }
      Products.transpose(effective(), transposed);
      products.multiply(rows, sums, transposed, before);
    }
  }
}
