package io.hdlgen.flow;

import io.hdlgen.flow.design.QualityJson;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trained network.
 *
 * @param file where it lies
 * @param source the table it has learnt from
 * @param rows of that table, learnt from and kept back
 * @param classes names
 * @param floating the float network: the result, or what the integer network has learnt from
 * @param network the integer network, if one was asked for
 * @param floatQuality of the float network
 * @param quality of the integer network, measured by the reference model; without one, of the float
 *     network
 * @param bestEpoch the epoch that the result is of, from 1
 * @param seconds that all took
 * @param notes what the user should know: one sentence each
 */
public record TrainResult(
    Path file,
    String source,
    int rows,
    List<String> classes,
    FloatNetwork floating,
    Optional<IntegerNetwork> network,
    SplitQuality floatQuality,
    SplitQuality quality,
    int bestEpoch,
    double seconds,
    List<String> notes) {
  public TrainResult {
    classes = List.copyOf(classes);
    notes = List.copyOf(notes);
  }

  /**
   * One JSON object with the keys {@code rows, accuracy{train, validation, test},
   * accuracyInterval{...}, balancedAccuracy{...}, macroF1{...}, majorityBaseline{...}, unseen{rows,
   * accuracy}, floatAccuracy{...}, floatBalancedAccuracy{...}, network, seconds} and some more;
   * what there is not is null.
   */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rows", rows);
    object.put("features", floating.featureNames().size());
    object.put("classes", classes);
    object.put(
        "layers", floating.layers().stream().map(layer -> layer.biases().getDimension()).toList());
    object.put("quantized", network.isPresent());
    object.put("accuracy", quality.object(ClassificationMetrics::accuracy));
    object.put(
        "accuracyInterval",
        quality.object(metrics -> QualityJson.interval(metrics.right().interval())));
    object.put("balancedAccuracy", quality.object(ClassificationMetrics::balancedAccuracy));
    object.put("macroF1", quality.object(ClassificationMetrics::macroF1));
    object.put("majorityBaseline", quality.object(ClassificationMetrics::majorityBaseline));
    object.put("unseen", quality.unseen().map(TrainResult::unseen).orElse(null));
    object.put("floatAccuracy", floatQuality.object(ClassificationMetrics::accuracy));
    object.put(
        "floatBalancedAccuracy", floatQuality.object(ClassificationMetrics::balancedAccuracy));
    object.put("bestEpoch", bestEpoch);
    object.put("network", file.toString());
    object.put("seconds", seconds);
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }

  private static Map<String, Object> unseen(Proportion right) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rows", right.total());
    object.put("accuracy", right.total() == 0 ? null : right.value());
    return object;
  }
}
