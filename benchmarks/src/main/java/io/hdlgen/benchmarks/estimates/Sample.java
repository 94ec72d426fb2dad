package io.hdlgen.benchmarks.estimates;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A design and what tools made of it.
 *
 * @param number of the design
 * @param estimates by target, as far as they have been made
 */
record Sample(
    int number,
    RandomDesign random,
    Netlist netlist,
    Map<Tool, Measurement> found,
    Map<String, FpgaEstimate> estimates) {
  /** Designs that coefficients are fitted to; the others are for the test. */
  boolean isFitted() {
    return number / Architecture.values().length % 2 == 0;
  }

  Optional<Measurement> of(Tool tool) {
    return Optional.ofNullable(found.get(tool));
  }

  Architecture architecture() {
    return random.options().architecture();
  }

  /** The samples of a file, in the order of their numbers; lines of other Verilog are left out. */
  static List<Sample> read(Path file) throws IOException {
    Map<Integer, List<Measurement>> lines = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      Measurement one = Measurement.parse(line);
      lines.computeIfAbsent(one.design(), number -> new ArrayList<>()).add(one);
    }
    List<Sample> samples = new ArrayList<>();
    for (var entry : lines.entrySet()) {
      RandomDesign random = RandomDesign.of(entry.getValue().get(0).seed(), entry.getKey());
      HardwareDesign design = random.compile();
      String sha256 = DesignFiles.sha256(design);
      Map<Tool, Measurement> found = new EnumMap<>(Tool.class);
      for (Measurement one : entry.getValue()) {
        if (one.rtl().equals(sha256) && !one.cells().isEmpty()) {
          found.put(Tool.of(one.tool()), one);
        }
      }
      samples.add(new Sample(entry.getKey(), random, design.netlist(), found, new HashMap<>()));
    }
    return samples;
  }
}
