package io.hdlgen.flow.doctor;

import io.hdlgen.flow.folder.CanonicalJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of this machine.
 *
 * @param hdlgen version of hdlgen
 * @param java version of the Java virtual machine
 * @param system operating system and processor
 * @param tools one a tool, in the order of {@link Tool}
 * @param install lines that install what is missing or too old, by package manager ({@code apt},
 *     {@code dnf}, {@code brew}); empty if nothing is
 */
public record Diagnosis(
    String hdlgen,
    String java,
    String system,
    List<ToolStatus> tools,
    Map<String, String> install) {
  public Diagnosis {
    tools = List.copyOf(tools);
    install = Collections.unmodifiableMap(new LinkedHashMap<>(install));
  }

  /** Whether every tool but the optional ones can be used. */
  public boolean healthy() {
    return tools.stream().allMatch(status -> status.usable() || status.tool().optional());
  }

  /** One JSON object with the keys {@code hdlgen, java, system, healthy, tools, install}. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("hdlgen", hdlgen);
    object.put("java", java);
    object.put("system", system);
    object.put("healthy", healthy());
    object.put("tools", tools.stream().map(Diagnosis::object).toList());
    object.put("install", install);
    return CanonicalJson.write(object);
  }

  private static Map<String, Object> object(ToolStatus status) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("tool", status.tool().program());
    object.put("path", status.path());
    object.put("version", status.version());
    object.put("minimumVersion", status.tool().minimumVersion());
    object.put("usable", status.usable());
    object.put("optional", status.tool().optional());
    object.put("purpose", status.tool().purpose());
    return object;
  }
}
