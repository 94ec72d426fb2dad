package io.hdlgen.canids.evaluate;

import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.detect.TrafficLog;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param detector its folder
 * @param log to measure on
 * @param part of the log
 * @param baselineLogs what the baselines learn from; with none, the part of the log before {@code
 *     part}, or outside of it if it is drawn at random
 * @param floating whether the float network is measured, too
 * @param doubtful whether frames of doubtful labels are looked for
 * @param threads that evaluate the network
 */
public record EvaluationRequest(
    Path detector,
    TrafficLog log,
    LogPart part,
    List<TrafficLog> baselineLogs,
    boolean floating,
    boolean doubtful,
    int threads) {
  public EvaluationRequest {
    baselineLogs = List.copyOf(baselineLogs);
  }
}
