package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;

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
 * @param rows the most windows to learn from: half of them benign, the others shared by the attacks
 * @param training how
 * @param output the folder to write
 */
public record TrainingPlan(
    String name,
    List<TrafficLog> logs,
    LogPart part,
    FeatureSpec features,
    List<DetectorClass> classes,
    List<Integer> hidden,
    int bits,
    int rows,
    TrainingOptions training,
    Path output) {
  public TrainingPlan {
    logs = List.copyOf(logs);
    classes = List.copyOf(classes);
    hidden = List.copyOf(hidden);
  }
}
