package io.hdlgen.explore.approximate;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;

/** Rows that networks of the same features and classes are measured on. */
record LabelledRows(Samples samples) {
  /** The codes that a network takes, {@code [rows][features]}. */
  long[][] codes(IntegerNetwork network) {
    return FeatureEncoder.encode(network, dataset());
  }

  /** The real values in the order of a network's features. */
  double[][] values(IntegerNetwork network) {
    return FeatureEncoder.values(network, dataset());
  }

  ClassificationMetrics measure(IntegerNetwork network) {
    int[] classes = new ReferenceModel(network).classify(codes(network), 1);
    return ClassificationMetrics.of(classes, samples.labels(), samples.classNames());
  }

  private Dataset dataset() {
    return new Dataset("rows", samples.featureNames(), samples.features(), List.of());
  }
}
