package io.hdlgen.explore;

import io.hdlgen.explore.recommended.FeatureRows;
import io.hdlgen.flow.design.DesignOptions;
import io.hdlgen.flow.synth.InputRows;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Samples;

/** The rows that were learned from, for synthesis to average the power over. */
record TrainingRows(Samples samples) implements InputRows {
  @Override
  public long[][] codes(IntegerNetwork network, DesignOptions options) {
    return FeatureRows.codes(network, samples);
  }

  @Override
  public String origin() {
    return "the training rows";
  }
}
