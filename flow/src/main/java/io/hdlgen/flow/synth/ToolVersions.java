package io.hdlgen.flow.synth;

import io.hdlgen.flow.doctor.ToolStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What ran, as plain data. */
final class ToolVersions {
  private ToolVersions() {}

  /** Keys {@code program} and {@code version}; null where a tool does not tell its version. */
  static List<Map<String, Object>> of(List<ToolStatus> tools) {
    return tools.stream().map(ToolVersions::of).toList();
  }

  private static Map<String, Object> of(ToolStatus tool) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("program", tool.tool().program());
    object.put("version", tool.version().isEmpty() ? null : tool.version());
    return object;
  }
}
