package io.hdlgen.flow.doctor;

/**
 * What was found of a tool.
 *
 * @param path where it lies; empty if it is missing
 * @param version what it says of itself; empty if it is missing or says nothing
 * @param usable whether it is there and not older than {@link Tool#minimumVersion}
 */
public record ToolStatus(Tool tool, String path, String version, boolean usable) {
  public boolean missing() {
    return path.isEmpty();
  }
}
