package io.hdlgen.canids.design;

import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.flow.folder.CanonicalJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A detector's hardware.
 *
 * @param folder the design folder; empty for a dry run
 * @param core what was made of the network
 * @param compared what was compared; empty for a dry run
 * @param notes what the user should know: one sentence each
 */
public record DetectorEmitResult(
    Optional<Path> folder,
    DetectorOptions options,
    EmitResult core,
    Optional<DetectorComparison> compared,
    List<String> notes) {
  public DetectorEmitResult {
    notes = List.copyOf(notes);
  }

  /** Whether nothing that was compared differs. */
  public boolean passed() {
    return core.passed() && compared.map(DetectorComparison::passed).orElse(true);
  }

  /** Cycles from the end of the data to the verdict. */
  public int latencyCycles() {
    return DetectorHardware.latencyCycles(core.signature());
  }

  /** Whether the verdict stands before the end-of-frame field of any frame. */
  public boolean beforeEndOfFrame() {
    return latencyCycles() <= DetectorHardware.cyclesToEndOfFrame(options.clocksPerBit());
  }

  /** One JSON object; what there is not is null. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("design", folder.map(Path::toString).orElse(null));
    object.put("top", options.top());
    options
        .bus()
        .ifPresent(
            bus -> {
              object.put("clockMhz", bus.clockMhz());
              object.put("bitRate", bus.bitRate());
            });
    object.put("clocksPerBit", options.clocksPerBit());
    object.put("latencyCycles", latencyCycles());
    object.put("coreLatencyCycles", core.signature().latencyCycles());
    object.put("leastInterval", DetectorHardware.leastInterval(options.clocksPerBit()));
    object.put("beforeEndOfFrame", beforeEndOfFrame());
    object.put("core", CanonicalJson.read(core.toJson()));
    object.put(
        "verification",
        compared.map(found -> DetectorVerificationJson.object(found, options.seed())).orElse(null));
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
