package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.net.HiddenLayer;
import io.hdlgen.quantizer.train.net.Mlp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Makes a float network of a trained one: scaling and batch normalisation go into the weights. */
final class FloatConversion {
  private FloatConversion() {}

  static FloatNetwork convert(
      String name,
      List<String> featureNames,
      Mlp network,
      FeatureScaling scaling,
      FloatActivation activation) {
    List<FloatLayer> layers = new ArrayList<>();
    for (int l = 0; l < network.hidden().size(); l++) {
      HiddenLayer hidden = network.hidden().get(l);
      hidden.prepare(network.scale(l));
      layers.add(
          layer(
              l,
              hidden.weights().latent(),
              hidden.slope(),
              hidden.offset(),
              l == 0 ? scaling : null,
              activation));
    }
    float[] ones = new float[network.outputs()];
    Arrays.fill(ones, 1);
    int last = layers.size();
    layers.add(
        layer(
            last,
            network.output().weights().latent(),
            ones,
            network.output().bias(),
            last == 0 ? scaling : null,
            FloatActivation.IDENTITY));
    return new FloatNetwork(name, featureNames, layers);
  }

  private static FloatLayer layer(
      int index,
      Matrix latent,
      float[] slope,
      float[] offset,
      FeatureScaling scaling,
      FloatActivation activation) {
    RealMatrix weights = new Array2DRowRealMatrix(latent.columns(), latent.rows());
    RealVector biases = new ArrayRealVector(latent.columns());
    for (int j = 0; j < latent.columns(); j++) {
      biases.setEntry(j, offset[j]);
      for (int i = 0; i < latent.rows(); i++) {
        double weight = (double) slope[j] * latent.get(i, j);
        if (scaling != null) {
          weight = scaling.scales()[i] == 0 ? 0 : weight / scaling.scales()[i];
          biases.addToEntry(j, -weight * scaling.offsets()[i]);
        }
        weights.setEntry(j, i, weight);
      }
    }
    return new FloatLayer("layer" + index, weights, biases, activation);
  }
}
