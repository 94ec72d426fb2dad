package io.hdlgen.canids.design;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.rtl.feature.DetectorRegisters;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.hdl.signature.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code signature.json} of a detector: what a user of the Verilog must know. */
final class DetectorSignature {
  private DetectorSignature() {}

  static String write(
      DetectorOptions options, Detector detector, Signature core, Set<Integer> attacks) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", "hdlgen-detector-signature");
    object.put("version", 1);
    object.put("top", options.top());
    object.put("core", core.top());
    options
        .bus()
        .ifPresent(
            bus -> {
              object.put("clockMhz", bus.clockMhz());
              object.put("bitRate", bus.bitRate());
            });
    object.put("clocksPerBit", options.clocksPerBit());
    object.put("coreLatencyCycles", core.latencyCycles());
    object.put("latencyCycles", DetectorHardware.latencyCycles(core));
    object.put("leastInterval", DetectorHardware.leastInterval(options.clocksPerBit()));
    object.put("cyclesToEndOfFrame", DetectorHardware.cyclesToEndOfFrame(options.clocksPerBit()));
    object.put("window", detector.features().window());
    object.put("features", features(detector.features()));
    object.put("classNames", detector.network().classNames());
    object.put("attacks", attacks.stream().sorted().toList());
    object.put("events", events());
    List<String> registers = new ArrayList<>();
    for (DetectorRegisters register : DetectorRegisters.values()) {
      registers.add(register.name().toLowerCase(Locale.ROOT));
    }
    object.put("registers", registers);
    return CanonicalJson.write(object);
  }

  /** Where codes lie in {@code features_o}. */
  private static List<Object> features(FeatureSpec spec) {
    List<Object> features = new ArrayList<>();
    int low = 0;
    for (int i = 0; i < spec.features(); i++) {
      features.add(field(spec.names().get(i), low, spec.bits(i)));
      low += spec.bits(i);
    }
    return features;
  }

  /** Where what is said lies in {@code m_axis_tdata}. */
  private static List<Object> events() {
    return List.of(
        field("seq", 0, 16),
        field("base_id", 16, 11),
        field("extended", 27, 1),
        field("kind", 28, 2),
        field("judged", 30, 1),
        field("attack", 31, 1),
        field("class", 32, 8));
  }

  private static Map<String, Object> field(String name, int low, int width) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("low", low);
    field.put("width", width);
    return field;
  }
}
