package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.input.InputQuantizer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;

/**
 * Rows to learn from and rows to be tested on, of the same features and classes.
 *
 * @param name of the data set
 * @param train what is learnt from
 * @param test never learnt from, nor used to scale anything
 */
record Task(String name, Samples train, Samples test) {
  /** The same rows after the input quantizer, whose ranges are those of the training rows. */
  Task throughInputs(InputOptions inputs) {
    List<InputFeature> features =
        InputQuantizer.features(train.featureNames(), train.features(), inputs);
    return new Task(name, decoded(train, features), decoded(test, features));
  }

  private static Samples decoded(Samples samples, List<InputFeature> features) {
    double[][] rows = new double[samples.rows()][features.size()];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < rows[r].length; i++) {
        InputFeature feature = features.get(i);
        rows[r][i] = feature.decode(feature.encode(samples.features()[r][i]));
      }
    }
    return new Samples(samples.featureNames(), rows, samples.labels(), samples.classNames());
  }
}
