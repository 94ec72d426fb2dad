package io.hdlgen.quantizer.train.net;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Products;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A multilayer perceptron in training. */
public final class Mlp {
  private final float inputScale;
  private final int capacity;
  private final List<HiddenLayer> hidden = new ArrayList<>();
  private final OutputLayer output;
  private final Products products;
  private final List<Matrix> gradients = new ArrayList<>();
  private Matrix inputs;

  /**
   * A network whose weights are all 0.
   *
   * @param widths features, neurons of each hidden layer, outputs
   * @param activations one a hidden layer
   * @param formats one a layer; empty for real numbers
   * @param inputScale what the codes that come in are multiplied by
   * @param capacity the most rows at a time
   */
  public Mlp(
      List<Integer> widths,
      List<FloatActivation> activations,
      boolean batchNorm,
      List<LayerFormat> formats,
      float inputScale,
      int capacity,
      Workers workers) {
    this.inputScale = inputScale;
    this.capacity = capacity;
    this.products = new Products(workers);
    int last = widths.size() - 2;
    for (int l = 0; l < last; l++) {
      Optional<LayerFormat> format =
          formats.isEmpty() ? Optional.empty() : Optional.of(formats.get(l));
      hidden.add(
          new HiddenLayer(
              widths.get(l),
              widths.get(l + 1),
              activations.get(l),
              batchNorm,
              format,
              capacity,
              workers));
      gradients.add(new Matrix(capacity, widths.get(l + 1)));
    }
    output =
        new OutputLayer(
            widths.get(last),
            widths.get(last + 1),
            formats.isEmpty() ? Optional.empty() : Optional.of(formats.get(last).weights()),
            capacity,
            workers);
    gradients.add(new Matrix(capacity, widths.get(last + 1)));
  }

  public List<HiddenLayer> hidden() {
    return hidden;
  }

  public OutputLayer output() {
    return output;
  }

  /** The weights of each layer. */
  public List<Weights> weights() {
    List<Weights> all = new ArrayList<>();
    hidden.forEach(layer -> all.add(layer.weights()));
    all.add(output.weights());
    return all;
  }

  /** Number of outputs. */
  public int outputs() {
    return output.bias().length;
  }

  /** The most rows at a time. */
  public int capacity() {
    return capacity;
  }

  /** All that is learnt, in a fixed order. */
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    hidden.forEach(layer -> all.addAll(layer.parameters()));
    all.addAll(output.parameters());
    return all;
  }

  /**
   * Draws every weight to the level that it stands for: by {@code size} for each level that it is
   * away. What drives a weight to the border of two levels then no longer makes it swing between
   * them. Source: Nagel et al., "Overcoming Oscillations in Quantization-Aware Training", ICML
   * 2022, whose loss this is decoupled from.
   */
  public void dampen(float size) {
    weights().forEach(weights -> weights.dampen(size));
  }

  /** To be called after each change of the weights. */
  public void refresh() {
    hidden.forEach(HiddenLayer::refresh);
    output.weights().refresh();
  }

  /** From now on, batch normalisation takes the measured mean and variance in training, too. */
  public void freezeNormalisation() {
    hidden.forEach(HiddenLayer::freeze);
  }

  /** Scale of the codes that layer {@code layer} takes. */
  public float scale(int layer) {
    return layer == 0 ? inputScale : hidden.get(layer - 1).nonlinearity().scale();
  }

  /** The logits {@code [rows][outputs]}, in a matrix that the next call overwrites. */
  public Matrix forward(int rows, Matrix codes, boolean training) {
    inputs = codes;
    Matrix current = codes;
    for (int l = 0; l < hidden.size(); l++) {
      current = hidden.get(l).forward(rows, current, scale(l), training, products);
    }
    return output.forward(rows, current, scale(hidden.size()), products);
  }

  /** The sums of codes of one hidden layer, in a matrix that the next call overwrites. */
  public Matrix sums(int rows, Matrix codes, int layer) {
    Matrix current = codes;
    for (int l = 0; l <= layer; l++) {
      current = hidden.get(l).forward(rows, current, scale(l), false, products);
    }
    return hidden.get(layer).sums();
  }

  /** Adds the gradients of {@code factor} times the sum of the magnitudes of all weights. */
  public void addMagnitudes(float factor) {
    for (Weights weights : weights()) {
      for (int i = 0; i < weights.latent().rows(); i++) {
        float[] w = weights.latent().row(i);
        float[] g = weights.parameter().gradients().row(i);
        for (int j = 0; j < w.length; j++) {
          g[j] += factor * Math.signum(w[j]);
        }
      }
    }
  }

  /** Where the gradients of the logits are to be written, before {@link #backward}. */
  public Matrix logitGradients() {
    return gradients.get(hidden.size());
  }

  /** Sets the gradients of all parameters, after {@link #forward} in training. */
  public void backward(int rows) {
    int last = hidden.size();
    Matrix below = last == 0 ? inputs : hidden.get(last - 1).outputs();
    output.backward(
        rows,
        gradients.get(last),
        below,
        scale(last),
        last == 0 ? null : gradients.get(last - 1),
        products);
    for (int l = last - 1; l >= 0; l--) {
      hidden
          .get(l)
          .backward(
              rows,
              gradients.get(l),
              l == 0 ? inputs : hidden.get(l - 1).outputs(),
              scale(l),
              l == 0 ? null : gradients.get(l - 1),
              products);
    }
  }
}
