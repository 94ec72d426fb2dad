package io.hdlgen.flow.doctor;

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
}
