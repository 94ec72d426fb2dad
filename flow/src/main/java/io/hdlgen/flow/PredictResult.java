package io.hdlgen.flow;

import io.hdlgen.flow.design.QualityJson;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Predictions, one a row of the table, and how right they are.
 *
 * @param classes whether the network gives a class
 * @param scoreCount number of scores
 * @param quality absent where the table has no labels, or the network no classes
 * @param unseen right answers among the rows that are not in the training data; absent where no
 *     such data are named
 * @param notes what the user should know
 */
public record PredictResult(
    List<Prediction> predictions,
    boolean classes,
    int scoreCount,
    Optional<ClassificationMetrics> quality,
    Optional<Proportion> unseen,
    List<String> notes) {
  public PredictResult {
    predictions = List.copyOf(predictions);
    notes = List.copyOf(notes);
  }

  /** One JSON object: {@code rows, notes} and, with labels, the keys of {@link QualityJson}. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rows", predictions.size());
    quality.ifPresent(measured -> object.putAll(QualityJson.object(measured, unseen)));
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
