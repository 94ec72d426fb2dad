package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.Arrays;

/** The classes of all rows of a table. */
final class Classification {
  private Classification() {}

  /** By a float network; its features are the columns, in order. */
  static int[] of(FloatNetwork network, Dataset data) {
    return Arrays.stream(data.rows()).mapToInt(network::classify).toArray();
  }

  /** By the reference model of an integer network. */
  static int[] of(IntegerNetwork network, Dataset data, int threads) {
    return new ReferenceModel(network).classify(FeatureEncoder.encode(network, data), threads);
  }
}
