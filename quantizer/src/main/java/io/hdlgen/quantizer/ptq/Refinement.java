package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.Arrays;
import java.util.List;

/** The last search over the whole network, where there are so few bits that it pays. */
final class Refinement {
  /** On fewer rows a search would learn them by heart. */
  private static final int LEAST_ROWS = 256;

  private final FloatNetwork network;
  private final List<InputFeature> features;
  private final CalibrationRows calibration;
  private final SearchEffort effort;
  private double[][] rows;
  private double[][] logits;

  Refinement(
      FloatNetwork network,
      List<InputFeature> features,
      CalibrationRows calibration,
      SearchEffort effort) {
    this.network = network;
    this.features = features;
    this.calibration = calibration;
    this.effort = effort;
  }

  /**
   * Changes layers and output biases in place.
   *
   * @param layers of the network, all of them
   * @param precisions one a layer
   */
  void refine(
      List<IntegerLayer> layers,
      List<LayerPrecision> precisions,
      OutputLayerFitter.Output output,
      PtqListener listener) {
    List<WeightLevels> levels =
        precisions.stream().map(precision -> WeightLevels.of(precision.weights())).toList();
    int affordable = DistillationSearch.affordableRows(layers, effort);
    if (affordable < LEAST_ROWS || !pays(levels, precisions)) {
      return;
    }
    if (rows == null) {
      rows = calibration.mixed(affordable);
      logits =
          Arrays.stream(Columns.clipped(features, rows))
              .map(network::outputs)
              .toArray(double[][]::new);
    }
    if (output.biases().length > 1) {
      // As they will be: whole numbers, and so the search can make up for the rounding.
      Arrays.setAll(output.biases(), k -> Math.rint(output.biases()[k]));
    }
    TrialNetwork trial =
        new TrialNetwork(
            layers,
            Columns.encode(features, rows),
            new DistillationLoss(logits, output.scale(), output.biases()));
    new DistillationSearch(trial, levels, listener).run();
  }

  private static boolean pays(List<WeightLevels> levels, List<LayerPrecision> precisions) {
    boolean few = levels.stream().anyMatch(l -> l.count() <= 1 << DistillationSearch.MAX_BITS);
    // The last layer's values are not quantized.
    return few
        || precisions.stream()
            .limit(precisions.size() - 1)
            .anyMatch(precision -> precision.activationBits() <= DistillationSearch.MAX_BITS);
  }
}
