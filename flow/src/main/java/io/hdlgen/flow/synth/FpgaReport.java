package io.hdlgen.flow.synth;

import io.hdlgen.boards.fpga.Capacity;
import io.hdlgen.boards.fpga.CellPlaces;
import io.hdlgen.boards.fpga.Placement;
import io.hdlgen.boards.fpga.Resource;
import io.hdlgen.boards.fpga.TimingPath;
import io.hdlgen.flow.doctor.ToolStatus;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.signature.Architecture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Results of the tools of an FPGA.
 *
 * @param target its name
 * @param part the manufacturer's name
 * @param device what it has
 * @param core what the core takes, by synthesis
 * @param whole what is placed takes, the board's top included, by synthesis; the core again if
 *     nothing is placed
 * @param carries links of carry chains of the whole
 * @param cells number of cells of the whole by type
 * @param placement empty where the tools do not place
 * @param logic places of look-up tables by the placer, used and available; empty if it tells none
 * @param noRoom what the placer says where it finds no place for a cell
 * @param places where cells come from
 * @param architecture of the network
 * @param latencyCycles from what comes in to the result
 * @param bitstream its file; empty if there is none
 * @param programmer command that configures the board, without the file; empty if none is known
 * @param boardClockMhz the board's oscillator
 * @param seconds wall time of the tools
 * @param tools what ran
 */
record FpgaReport(
    String target,
    String part,
    Capacity device,
    Capacity core,
    Capacity whole,
    long carries,
    Map<String, Long> cells,
    Optional<Placement> placement,
    Optional<Placement.Use> logic,
    Optional<String> noRoom,
    CellPlaces places,
    Architecture architecture,
    int latencyCycles,
    Optional<String> bitstream,
    String programmer,
    double boardClockMhz,
    double seconds,
    List<ToolStatus> tools) {

  /** Why the design is no good on the device; empty if it is. */
  Optional<String> missed() {
    for (Resource resource : Resource.values()) {
      if (whole.of(resource) > device.of(resource)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%s: the design takes %,d %s of %,d; fold it further (--max-luts, --fold), use fewer"
                    + " bits or neurons, or another target",
                target,
                whole.of(resource),
                words(resource),
                device.of(resource)));
      }
    }
    if (noRoom.isPresent()) {
      return Optional.of(
          "%s: the placer finds no room: %s; fold the design further (--max-luts, --fold), or use"
                  .formatted(target, noRoom.get())
              + " fewer bits or neurons");
    }
    return placement
        .filter(placed -> placed.fmaxMhz() < boardClockMhz)
        .map(
            placed ->
                String.format(
                    Locale.ROOT,
                    "%s: the design reaches %.1f MHz, the board's clock is %.1f MHz; %s",
                    target,
                    placed.fmaxMhz(),
                    boardClockMhz,
                    architecture == Architecture.COMBINATIONAL
                        ? "emit it with --arch unrolled, so that it gets pipeline stages"
                        : "emit it for a higher --clock-mhz, so that it gets more pipeline stages"));
  }

  /** The keys of {@code report.json} but for format and version. */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("target", target);
    object.put("part", part);
    put(object, whole);
    object.put("carries", carries);
    Map<String, Object> utilization = new LinkedHashMap<>();
    for (Resource resource : Resource.values()) {
      utilization.put(resource.key(), rounded(fraction(resource), 4));
    }
    object.put("utilization", utilization);
    object.put("fits", whole.fits(device) && noRoom.isEmpty());
    Map<String, Object> coreUse = new LinkedHashMap<>();
    put(coreUse, core);
    object.put("core", coreUse);
    object.put("cells", cells);
    object.put("fmaxMhz", placement.map(placed -> rounded(placed.fmaxMhz(), 2)).orElse(null));
    object.put("boardClockMhz", boardClockMhz);
    object.put("latency", latency());
    object.put("criticalPath", placement.flatMap(Placement::critical).map(this::path).orElse(null));
    placement.ifPresent(placed -> object.put("sites", sites(placed)));
    object.put("bitstream", bitstream.orElse(null));
    object.put("seconds", rounded(seconds, 1));
    object.put("tools", ToolVersions.of(tools));
    return object;
  }

  private Map<String, Object> latency() {
    Map<String, Object> latency = new LinkedHashMap<>();
    latency.put("cycles", latencyCycles);
    latency.put("usAtBoardClock", rounded(latencyCycles / boardClockMhz, 4));
    latency.put(
        "usAtFmax",
        placement.map(placed -> rounded(latencyCycles / placed.fmaxMhz(), 4)).orElse(null));
    return latency;
  }

  /** By the placer where it tells, else by synthesis. */
  private double fraction(Resource resource) {
    return resource == Resource.LUT && logic.isPresent()
        ? (double) logic.get().used() / logic.get().available()
        : whole.fraction(resource, device);
  }

  private static void put(Map<String, Object> object, Capacity use) {
    use.counts().forEach((resource, count) -> object.put(resource.key(), count));
  }

  private static Map<String, Object> sites(Placement placed) {
    Map<String, Object> sites = new LinkedHashMap<>();
    placed
        .sites()
        .forEach(
            (name, use) -> {
              Map<String, Object> pair = new LinkedHashMap<>();
              pair.put("used", use.used());
              pair.put("available", use.available());
              sites.put(name, pair);
            });
    return sites;
  }

  private Map<String, Object> path(TimingPath path) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("ns", rounded(path.delayNs(), 3));
    object.put("routingNs", rounded(path.routingNs(), 3));
    List<String> stations = stations(path);
    object.put("from", stations.get(0));
    object.put("to", stations.get(stations.size() - 1));
    object.put("through", stations);
    return object;
  }

  /** Where the path comes by, each place once. */
  List<String> stations(TimingPath path) {
    List<String> stations = new ArrayList<>();
    for (String name : path.names()) {
      // Cells that the placer has made itself tell nothing.
      if (name.startsWith("$nextpnr")) {
        continue;
      }
      String station = places.find(name).map(this::describe).orElse("board top (" + name + ")");
      if (stations.isEmpty() || !stations.get(stations.size() - 1).equals(station)) {
        stations.add(station);
      }
    }
    return stations.isEmpty() ? List.of("unknown") : stations;
  }

  /** Folded layers have lanes that many neurons share, one after the other. */
  private String describe(Origin origin) {
    String text = origin.describe();
    return architecture == Architecture.FOLDED ? text.replace("neuron", "lane") : text;
  }

  /** Lines for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder use = new StringBuilder("uses     ");
    for (Resource resource : Resource.values()) {
      if (whole.of(resource) > 0 || resource == Resource.LUT) {
        use.append(
            String.format(
                Locale.ROOT,
                " %,d of %,d %s (%.0f %%),",
                whole.of(resource),
                device.of(resource),
                words(resource),
                100 * whole.fraction(resource, device)));
      }
    }
    lines.add(use.substring(0, use.length() - 1));
    logic.ifPresent(
        places ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "placed    on %,d of %,d places of LUTs (%.0f %%)",
                    places.used(),
                    places.available(),
                    100 * fraction(Resource.LUT))));
    if (!whole.equals(core)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "core      alone, with all of its ports: %,d LUTs and %,d flip-flops",
              core.of(Resource.LUT),
              core.of(Resource.FLIP_FLOP)));
    }
    placement.ifPresent(
        placed -> {
          lines.add(
              String.format(
                  Locale.ROOT,
                  "clock     up to %.1f MHz; the board's is %.1f MHz",
                  placed.fmaxMhz(),
                  boardClockMhz));
          placed.critical().ifPresent(path -> lines.add(critical(path)));
          if (latencyCycles > 0) {
            lines.add(
                String.format(
                    Locale.ROOT,
                    "latency   %,d cycles: %.2f us at the board's clock, %.2f us at the highest",
                    latencyCycles,
                    latencyCycles / boardClockMhz,
                    latencyCycles / placed.fmaxMhz()));
          }
        });
    bitstream.ifPresent(
        file ->
            lines.add(
                "bitstream "
                    + file
                    + (programmer.isEmpty()
                        ? ""
                        : "; in that folder: " + programmer + " " + file)));
    return lines;
  }

  private String critical(TimingPath path) {
    List<String> stations = stations(path);
    return String.format(
        Locale.ROOT,
        "longest   %.1f ns (%.0f %% wires): from %s to %s",
        path.delayNs(),
        100 * path.routingNs() / path.delayNs(),
        stations.get(0),
        stations.get(stations.size() - 1));
  }

  private static String words(Resource resource) {
    return switch (resource) {
      case LUT -> "LUTs";
      case FLIP_FLOP -> "flip-flops";
      case BLOCK_RAM -> "block RAMs";
      case DSP -> "multipliers";
    };
  }

  private static double rounded(double value, int digits) {
    double unit = Math.pow(10, digits);
    return Math.round(value * unit) / unit;
  }
}
