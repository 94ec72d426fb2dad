package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a detector comes about.
 *
 * @param name of the detector
 * @param logs to learn from
 * @param part of each of them
 * @param features what the detector sees
 * @param classes what it tells apart, benign first
 * @param hidden neurons of the hidden layers
 * @param bits of weights and hidden activations, 1 to 8
 * @param start the float network to start and learn from; else one is trained first
 * @param rows the most windows to learn from: half of them benign, the others shared by the attacks
 * @param training how
 * @param output the folder to write
 * @throws InvalidInputException if the float network has other features or neurons
 */
public record TrainingPlan(
    String name,
    List<TrafficLog> logs,
    LogPart part,
    FeatureSpec features,
    List<DetectorClass> classes,
    List<Integer> hidden,
    int bits,
    Optional<FloatNetwork> start,
    int rows,
    TrainingOptions training,
    Path output) {
  public TrainingPlan {
    logs = List.copyOf(logs);
    classes = List.copyOf(classes);
    hidden = List.copyOf(hidden);
    if (start.isPresent()) {
      checkFits(start.get(), features, hidden);
    }
  }

  private static void checkFits(FloatNetwork network, FeatureSpec features, List<Integer> hidden) {
    List<Integer> neurons =
        network.layers().stream().map(layer -> layer.biases().getDimension()).toList();
    if (!network.featureNames().equals(features.names())
        || !neurons.subList(0, neurons.size() - 1).equals(hidden)) {
      throw new InvalidInputException(
          "--float-model",
          "%d features and %s neurons".formatted(network.featureNames().size(), neurons),
          "the features of the detector, %d, and %s neurons before the last layer"
              .formatted(features.features(), hidden));
    }
  }
}
