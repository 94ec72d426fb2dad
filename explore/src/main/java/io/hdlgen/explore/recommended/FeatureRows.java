package io.hdlgen.explore.recommended;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a table that a network reads; networks leave out features that they never read.
 */
public final class FeatureRows {
  private FeatureRows() {}

  /** The real values, {@code [rows][features of the network]}. */
  public static double[][] values(IntegerNetwork network, Samples samples) {
    int[] columns =
        network.inputs().stream()
            .map(InputFeature::name)
            .mapToInt(name -> column(samples, name))
            .toArray();
    return Arrays.stream(samples.features())
        .map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray())
        .toArray(double[][]::new);
  }

  /** The codes that the network takes, {@code [rows][features of the network]}. */
  public static long[][] codes(IntegerNetwork network, Samples samples) {
    return FeatureEncoder.encode(
        network, new Dataset("rows", samples.featureNames(), samples.features(), List.of()));
  }

  private static int column(Samples samples, String name) {
    int column = samples.featureNames().indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no feature " + name + " in " + samples.featureNames());
    }
    return column;
  }
}
