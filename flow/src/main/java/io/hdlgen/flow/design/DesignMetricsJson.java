package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.hdl.estimate.Estimate;
import io.hdlgen.hdl.metrics.Metrics;
import io.hdlgen.hdl.metrics.ModuleMetrics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code metrics.json}: counts of the hardware, by module, and what it takes of the target. */
public final class DesignMetricsJson {
  private DesignMetricsJson() {}

  /**
   * The text of the file.
   *
   * @param target the target's name
   * @param estimate what the design takes of it; empty if nothing is known
   */
  public static String write(Metrics metrics, String target, Optional<Estimate> estimate) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", "hdlgen-metrics");
    object.put("version", 1);
    object.put("estimatedWorstNs", metrics.worstNs());
    object.put("estimatedClockMhz", metrics.clockMhz());
    estimate.ifPresent(known -> object.put("estimate", EstimateJson.of(target, known)));
    object.put("total", counts(metrics.total()));
    Map<String, Object> modules = new LinkedHashMap<>();
    for (ModuleMetrics module : metrics.modules()) {
      modules.put(module.module(), counts(module));
    }
    object.put("modules", modules);
    return CanonicalJson.write(object);
  }

  private static Map<String, Object> counts(ModuleMetrics metrics) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("adders", metrics.adders());
    object.put("adderBits", metrics.adderBits());
    object.put("comparators", metrics.comparators());
    object.put("comparatorBits", metrics.comparatorBits());
    object.put("muxBits", metrics.muxBits());
    object.put("registerBits", metrics.registerBits());
    object.put("romBits", metrics.romBits());
    object.put("estimatedLuts", metrics.estimatedLuts());
    object.put("multipliers", metrics.multipliers());
    object.put("memoryBits", metrics.memoryBits());
    return object;
  }
}
