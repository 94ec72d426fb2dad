package io.hdlgen.flow;

import io.hdlgen.flow.design.EstimateJson;
import io.hdlgen.flow.design.FoldingJson;
import io.hdlgen.flow.design.VerificationJson;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.hdl.estimate.Estimate;
import io.hdlgen.hdl.folded.FoldedDesign;
import io.hdlgen.hdl.metrics.Metrics;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.sim.check.CheckResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A design.
 *
 * @param folder the design folder; empty for a dry run
 * @param network what the hardware computes
 * @param folded what is known of a folded design beside
 * @param target the target's name
 * @param estimate what the design takes of the target; empty for one without a technology
 * @param accuracy empty without labelled data
 * @param verification empty for a dry run
 * @param notes what the user should know: one sentence each
 */
public record EmitResult(
    Optional<Path> folder,
    IntegerNetwork network,
    Signature signature,
    Metrics metrics,
    Optional<FoldedDesign> folded,
    String target,
    Optional<Estimate> estimate,
    Optional<Accuracy> accuracy,
    Optional<CheckResult> verification,
    List<String> notes) {
  public EmitResult {
    notes = List.copyOf(notes);
  }

  /** Whether nothing that was compared differs. */
  public boolean passed() {
    return verification.map(CheckResult::passed).orElse(true);
  }

  /**
   * One JSON object with the keys {@code design, top, architecture, latencyCycles,
   * initiationInterval, accuracy, verification} and counts; what there is not is null.
   */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("design", folder.map(Path::toString).orElse(null));
    object.put("top", signature.top());
    object.put("architecture", signature.architecture().name().toLowerCase(Locale.ROOT));
    object.put("latencyCycles", signature.latencyCycles());
    object.put(
        "initiationInterval",
        signature.initiationInterval().isPresent()
            ? signature.initiationInterval().getAsInt()
            : null);
    object.put("layers", folded.map(FoldingJson::layers).orElse(null));
    object.put("adders", metrics.total().adders());
    object.put("adderBits", metrics.total().adderBits());
    object.put("registerBits", metrics.total().registerBits());
    object.put(
        "estimatedLuts",
        folded.map(FoldedDesign::estimatedLuts).orElse(metrics.total().estimatedLuts()));
    object.put("estimatedClockMhz", metrics.clockMhz());
    object.put("estimate", estimate.map(known -> EstimateJson.of(target, known)).orElse(null));
    object.put("accuracy", accuracy.map(Accuracy::object).orElse(null));
    object.put("verification", verification.map(VerificationJson::object).orElse(null));
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
