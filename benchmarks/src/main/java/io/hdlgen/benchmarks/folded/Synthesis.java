package io.hdlgen.benchmarks.folded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.sim.tool.ToolRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Yosys makes of a design for the 7 series: each layer on its own, flat within.
 *
 * @param layers with their queues
 * @param seconds wall time
 */
record Synthesis(Resources total, List<Resources> layers, double seconds) {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  static Synthesis run(List<Path> files, String top, int layers, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      names.add(top + "_l" + l);
    }
    String script =
        "read_verilog "
            + files.stream().map(Path::toString).collect(Collectors.joining(" "))
            + "; setattr -mod -set keep_hierarchy 1 "
            + String.join(" ", names)
            + "; synth_xilinx -family xc7 -flatten -top "
            + top
            + "; tee -q -o cells.json stat -json";
    long start = System.nanoTime();
    ToolRun run =
        ToolRun.of(
            List.of("yosys", "-q", "-p", script),
            folder,
            Map.of(),
            folder.resolve("yosys.log"),
            LIMIT);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (run.exitCode() != 0) {
      throw new IOException("yosys: " + run.output().lines().limit(5).toList());
    }
    JsonNode modules =
        new ObjectMapper().readTree(folder.resolve("cells.json").toFile()).get("modules");
    return new Synthesis(
        Resources.of(modules, top),
        names.stream().map(name -> Resources.of(modules, name)).toList(),
        seconds);
  }
}
