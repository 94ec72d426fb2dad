package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.net.HiddenLayer;
import io.hdlgen.quantizer.train.net.Mlp;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Gives a quantized network the weights of a float network, and first steps that suit them. */
final class QuantizedStart {
  private static final int SAMPLE = 2048;

  private final FloatNetwork start;
  private final List<InputFeature> features;
  private final List<LayerFormat> formats;
  private final boolean batchNorm;
  private final boolean[] varies;
  private final long[] firstCodes;

  QuantizedStart(
      FloatNetwork start,
      List<InputFeature> features,
      List<LayerFormat> formats,
      boolean batchNorm) {
    this.start = start;
    this.features = features;
    this.formats = formats;
    this.batchNorm = batchNorm;
    this.varies = new boolean[features.size()];
    this.firstCodes = new long[features.size()];
  }

  /**
   * Sets all parameters of {@code network}.
   *
   * @param rows real features
   * @param codes the same rows as the network takes them
   * @param which rows to learn from
   */
  void apply(Mlp network, double[][] rows, Matrix codes, int[] which) {
    for (int i = 0; i < varies.length; i++) {
      firstCodes[i] = (long) codes.get(which[0], i);
      for (int row : which) {
        varies[i] |= codes.get(row, i) != firstCodes[i];
      }
    }
    int count = Math.min(which.length, SAMPLE);
    RealVector[] values = new RealVector[count];
    for (int r = 0; r < count; r++) {
      double[] row = rows[which[(int) ((long) r * which.length / count)]];
      RealVector decoded = new ArrayRealVector(row.length);
      for (int i = 0; i < row.length; i++) {
        decoded.setEntry(i, features.get(i).decode(features.get(i).encode(row[i])));
      }
      values[r] = decoded;
    }
    int last = start.layers().size() - 1;
    for (int l = 0; l < last; l++) {
      FloatLayer layer = start.layers().get(l);
      HiddenLayer hidden = network.hidden().get(l);
      double[] biases = weights(layer, l, network, hidden.weights().latent());
      hidden.weights().fitSteps(variances(values, l));
      hidden(layer, hidden, values, biases, formats.get(l).activations());
      for (int r = 0; r < count; r++) {
        values[r] = layer.apply(values[r]);
      }
    }
    double[] biases =
        weights(start.layers().get(last), last, network, network.output().weights().latent());
    for (int k = 0; k < biases.length; k++) {
      network.output().bias()[k] = (float) biases[k];
    }
    network.output().weights().fitSteps(variances(values, last));
    network.refresh();
    Statistics.measure(network, codes, which);
  }

  /**
   * Sets the weights of one layer, in units of what comes in; returns the biases that go with them.
   * A feature that never changes gets no weight: it is part of the bias.
   */
  private double[] weights(FloatLayer layer, int l, Mlp network, Matrix latent) {
    RealMatrix real = layer.weights();
    double[] biases = layer.biases().toArray();
    for (int j = 0; j < latent.columns(); j++) {
      for (int i = 0; i < latent.rows(); i++) {
        double weight = real.getEntry(j, i);
        if (l == 0) {
          InputFeature feature = features.get(i);
          biases[j] += weight * (varies[i] ? feature.offset() : feature.decode(firstCodes[i]));
          weight *= varies[i] ? feature.scale() / network.scale(0) : 0;
        }
        latent.set(i, j, (float) weight);
      }
    }
    return biases;
  }

  /** Of each number that comes in; of features, in codes. */
  private float[] variances(RealVector[] rows, int layer) {
    int n = rows[0].getDimension();
    float[] variances = new float[n];
    for (int i = 0; i < n; i++) {
      double mean = 0;
      double squares = 0;
      for (RealVector row : rows) {
        mean += row.getEntry(i) / rows.length;
        squares += row.getEntry(i) * row.getEntry(i) / rows.length;
      }
      double unit = layer == 0 ? features.get(i).scale() : 1;
      variances[i] = (float) Math.max(1e-6, (squares - mean * mean) / (unit * unit));
    }
    return variances;
  }

  private void hidden(
      FloatLayer layer,
      HiddenLayer hidden,
      RealVector[] inputs,
      double[] biases,
      ActivationFormat format) {
    int n = biases.length;
    float[] values = new float[inputs.length * n];
    double[] mean = new double[n];
    double[] squares = new double[n];
    for (int r = 0; r < inputs.length; r++) {
      RealVector z = layer.weights().operate(inputs[r]).add(layer.biases());
      for (int j = 0; j < n; j++) {
        mean[j] += z.getEntry(j) / inputs.length;
        squares[j] += z.getEntry(j) * z.getEntry(j) / inputs.length;
        values[r * n + j] = (float) layer.activation().apply(z.getEntry(j));
      }
    }
    for (int j = 0; j < n; j++) {
      hidden.shift()[j] = (float) (batchNorm ? mean[j] : biases[j]);
      double deviation = Math.sqrt(Math.max(0, squares[j] - mean[j] * mean[j]));
      hidden.gain()[j] = (float) deviation;
    }
    if (!(format instanceof ActivationFormat.Bipolar)) {
      hidden.nonlinearity().fitStep(values);
    }
  }
}
