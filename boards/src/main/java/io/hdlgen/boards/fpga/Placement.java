package io.hdlgen.boards.fpga;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hdlgen.boards.plan.ToolReportException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What nextpnr reports of a placed and routed design.
 *
 * @param fmaxMhz the highest clock at which every path from register to register is short enough
 * @param critical the longest of these paths; empty if there is none
 * @param sites use and availability by the placer's name of the resource; unused ones left out
 */
public record Placement(
    double fmaxMhz, Optional<TimingPath> critical, SortedMap<String, Use> sites) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public Placement {
    sites = Collections.unmodifiableSortedMap(new TreeMap<>(sites));
  }

  /** How many places of a kind are used, of how many. */
  public record Use(long used, long available) {}

  /**
   * The report that a text holds.
   *
   * @param report what messages call the text
   * @throws ToolReportException if it holds none
   */
  public static Placement read(String text, String report) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new ToolReportException(report, e.getOriginalMessage());
    }
    String clock = "";
    double fmax = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, JsonNode> entry : fields(root, "fmax", report)) {
      double achieved = number(entry.getValue(), "achieved", report);
      if (achieved < fmax) {
        fmax = achieved;
        clock = entry.getKey();
      }
    }
    if (clock.isEmpty()) {
      throw new ToolReportException(report, "it has no clock");
    }
    SortedMap<String, Use> sites = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : fields(root, "utilization", report)) {
      long used = (long) number(entry.getValue(), "used", report);
      if (used > 0) {
        sites.put(
            entry.getKey(), new Use(used, (long) number(entry.getValue(), "available", report)));
      }
    }
    return new Placement(fmax, critical(root, clock, report), sites);
  }

  /** The path that the clock's limit comes from. */
  private static Optional<TimingPath> critical(JsonNode root, String clock, String report) {
    for (JsonNode path : root.path("critical_paths")) {
      String from = path.path("from").asText();
      if (from.endsWith(" " + clock) && path.path("to").asText().endsWith(" " + clock)) {
        List<TimingPath.Step> steps = new ArrayList<>();
        for (JsonNode step : path.path("path")) {
          steps.add(
              new TimingPath.Step(
                  step.path("type").asText(),
                  number(step, "delay", report),
                  step.path("from").path("cell").asText(),
                  step.path("to").path("cell").asText(),
                  step.path("net").asText()));
        }
        if (steps.isEmpty()) {
          throw new ToolReportException(report, "the longest path has no steps");
        }
        return Optional.of(new TimingPath(steps));
      }
    }
    return Optional.empty();
  }

  private static List<Map.Entry<String, JsonNode>> fields(
      JsonNode root, String key, String report) {
    if (!root.path(key).isObject()) {
      throw new ToolReportException(report, "it has no " + key);
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>();
    fields.addAll(root.path(key).properties());
    return fields;
  }

  private static double number(JsonNode node, String key, String report) {
    if (!node.path(key).isNumber()) {
      throw new ToolReportException(report, "no number " + key + " where one belongs");
    }
    return node.path(key).asDouble();
  }
}
