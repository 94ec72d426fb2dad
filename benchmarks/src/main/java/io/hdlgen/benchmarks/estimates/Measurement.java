package io.hdlgen.benchmarks.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a tool made of a design: one line of the benchmark's file.
 *
 * @param rtl SHA-256 of the Verilog: a line of other Verilog does not count
 * @param cells number of cells by kind
 * @param fmaxMhz after place and route; 0 if that was not done, or did not fit
 * @param seconds wall time
 * @param failure what went wrong; empty if nothing did
 */
record Measurement(
    long seed,
    int design,
    String tool,
    String rtl,
    Map<String, Integer> cells,
    double fmaxMhz,
    double seconds,
    String failure) {
  private static final ObjectMapper JSON = new ObjectMapper();

  Measurement {
    cells = new TreeMap<>(cells);
  }

  static Measurement parse(String line) throws IOException {
    return JSON.readValue(line, Measurement.class);
  }

  String line() throws IOException {
    return JSON.writeValueAsString(this);
  }

  /** Runs a tool on a design whose files lie in a folder. */
  static Measurement of(
      long seed, int design, Tool tool, DesignFiles files, boolean dsp, Duration limit)
      throws IOException {
    long start = System.nanoTime();
    Map<String, Integer> cells = new TreeMap<>();
    double fmaxMhz = 0;
    String failure = "";
    Path folder = files.folder();
    try {
      run(folder, limit, List.of("yosys", "-q", "-p", tool.script(files.names(), dsp)));
      JsonNode found = JSON.readTree(folder.resolve("cells.json").toFile()).get("modules");
      found
          .get("\\" + RandomDesign.TOP)
          .get("num_cells_by_type")
          .properties()
          .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asInt()));
      if (tool == Tool.ICE40) {
        fmaxMhz = fmax(folder, limit);
      }
    } catch (ToolException | IOException e) {
      failure = e.getMessage();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Measurement(
        seed, design, tool.key(), files.sha256(), cells, fmaxMhz, seconds, failure);
  }

  private static double fmax(Path folder, Duration limit) throws IOException {
    run(
        folder,
        limit,
        List.of(
            "nextpnr-ice40",
            "-q",
            "--up5k",
            "--package",
            "sg48",
            "--pcf-allow-unconstrained",
            "--freq",
            "48",
            "--timing-allow-fail",
            "--seed",
            "1",
            "--json",
            "harness.json",
            "--report",
            "report.json"));
    JsonNode clocks = JSON.readTree(folder.resolve("report.json").toFile()).get("fmax");
    return clocks.properties().iterator().next().getValue().get("achieved").asDouble();
  }

  private static void run(Path folder, Duration limit, List<String> command) throws IOException {
    ToolRun run = ToolRun.of(command, folder, Map.of(), folder.resolve("tool.log"), limit);
    if (run.exitCode() != 0) {
      String error =
          run.output().lines().filter(line -> line.contains("ERROR")).findFirst().orElse("");
      throw new IOException(command.get(0) + " exit " + run.exitCode() + ": " + error);
    }
    Files.deleteIfExists(folder.resolve("tool.log"));
  }
}
