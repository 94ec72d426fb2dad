package io.hdlgen.boards.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What takes a design through the tools of a target: the texts that they read, and their runs in
 * order. Complete: in a folder that holds these files, {@link #script} does the same by hand.
 *
 * @param files text by path inside the folder, {@code /} between names
 * @param steps in order
 */
public record BuildPlan(SortedMap<String, String> files, List<BuildStep> steps) {
  /** Name of the script that runs all steps. */
  public static final String SCRIPT = "build.sh";

  public BuildPlan(Map<String, String> files, List<BuildStep> steps) {
    this(new TreeMap<>(files), steps);
  }

  public BuildPlan {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    steps = List.copyOf(steps);
  }

  /** A POSIX shell script that runs the steps in its own folder, and stops where one fails. */
  public String script() {
    StringBuilder script = new StringBuilder();
    script.append("#!/bin/sh\n# Runs the tools by hand; a variable such as YOSYS names another\n");
    script.append("# build of a tool. What the tools print goes to *.log.\n");
    script.append("set -eu\ncd \"$(dirname \"$0\")\"\n");
    for (BuildStep step : steps) {
      script.append("\necho ").append('"').append(step.doing()).append('"').append('\n');
      script.append(step.line()).append('\n');
    }
    return script.toString();
  }
}
