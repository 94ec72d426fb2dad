package io.hdlgen.flow;

import io.hdlgen.flow.design.QualityJson;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.serial.LineReport;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a board did.
 *
 * @param rows all answered
 * @param mismatches rows whose answer is not the reference's
 * @param seconds from the first request to the last answer
 * @param line what the line did
 * @param quality absent where the table has no labels, or the network no classes
 * @param notes what the user should know
 */
public record RunResult(
    Path design,
    int rows,
    int mismatches,
    double seconds,
    LineReport line,
    Optional<ClassificationMetrics> quality,
    List<String> notes) {
  public RunResult {
    notes = List.copyOf(notes);
  }

  /** Answers a second. */
  public double rate() {
    return rows / seconds;
  }

  /**
   * One JSON object: {@code design, port, rows, mismatches, seconds, inferencesPerSecond, retries,
   * timeouts, brokenAnswers, rejectedRequests, droppedRequests, notes} and, with labels, the keys
   * of {@link QualityJson}.
   */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("design", design.toString());
    object.put("port", line.port());
    object.put("rows", rows);
    object.put("mismatches", mismatches);
    object.put("seconds", seconds);
    object.put("inferencesPerSecond", rate());
    object.put("retries", line.retries());
    object.put("timeouts", line.timeouts());
    object.put("brokenAnswers", line.brokenAnswers());
    object.put("rejectedRequests", line.rejectedRequests());
    object.put("droppedRequests", line.droppedRequests());
    quality.ifPresent(measured -> object.putAll(QualityJson.object(measured)));
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
