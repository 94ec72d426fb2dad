package io.hdlgen.flow.doctor;

import io.hdlgen.sim.tool.ToolException;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of tools that are needed and not there. */
public final class MissingTools {
  private MissingTools() {}

  /** Their names, for a sentence. */
  public static String names(List<Tool> tools) {
    return tools.stream().map(Tool::program).collect(Collectors.joining(", "));
  }

  /** One line that names them and the lines that install them. */
  public static ToolException failure(List<Tool> tools) {
    return new ToolException(
        ToolException.Reason.MISSING,
        "missing: "
            + names(tools)
            + "; type: "
            + Doctor.installLines(tools).entrySet().stream()
                .map(line -> line.getValue() + " (" + line.getKey() + ")")
                .collect(Collectors.joining(", or ")));
  }
}
