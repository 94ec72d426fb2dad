package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.train.net.Mlp;
import io.hdlgen.quantizer.train.net.Weights;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * First weights of a network. Source: He et al., "Delving Deep into Rectifiers", ICCV 2015; half
 * the deviation in the last layer.
 */
final class Initialization {
  private Initialization() {}

  static void draw(Mlp network, RandomGenerator random) {
    for (Weights weights : network.weights()) {
      boolean last = weights == network.output().weights();
      double deviation = Math.sqrt((last ? 0.5 : 2.0) / weights.latent().rows());
      for (int i = 0; i < weights.latent().rows(); i++) {
        float[] row = weights.latent().row(i);
        for (int j = 0; j < row.length; j++) {
          row[j] = (float) (deviation * random.nextGaussian());
        }
      }
    }
    network.refresh();
  }
}
