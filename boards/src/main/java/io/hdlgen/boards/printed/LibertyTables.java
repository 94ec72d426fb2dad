package io.hdlgen.boards.printed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Delays and internal energies of an output of a Liberty file. Delays become straight lines over
 * the load, through the first and the last column of the row of the fastest input edge: beyond its
 * rows a table says nothing, and printed edges are a thousand times slower than the slowest row of
 * the EGFET library, so that following the rows there leads below 0. Of several inputs the slowest
 * one counts.
 */
final class LibertyTables {
  private final LibertyGroup output;
  private final LibertyUnits units;
  private final String place;

  LibertyTables(LibertyGroup output, LibertyUnits units, String place) {
    this.output = output;
    this.units = units;
    this.place = place;
  }

  /** The delay of edges of that kind; none if the file has none. */
  Cell.Delay delay(String kind) {
    Cell.Delay slowest = new Cell.Delay(0, 0);
    for (LibertyGroup timing : output.groups("timing")) {
      for (LibertyGroup table : timing.groups(kind)) {
        Cell.Delay line = line(table);
        if (line.intrinsicNs() > slowest.intrinsicNs()) {
          slowest = line;
        }
      }
    }
    return slowest;
  }

  private Cell.Delay line(LibertyGroup table) {
    List<Double> row = firstRow(table);
    List<Double> loads = loads(table, row.size());
    int last = row.size() - 1;
    double ns = units.nanoseconds();
    if (last == 0 || loads.size() != row.size() || loads.get(last) <= loads.get(0)) {
      return new Cell.Delay(row.get(0) * ns, 0);
    }
    double span = (loads.get(last) - loads.get(0)) * units.picofarads();
    double slope = (row.get(last) - row.get(0)) * ns / span;
    double intrinsic = row.get(0) * ns - slope * loads.get(0) * units.picofarads();
    return new Cell.Delay(Math.max(0, intrinsic), slope);
  }

  private List<Double> loads(LibertyGroup table, int columns) {
    Optional<String> index = table.attribute("index_2").or(() -> table.attribute("index_1"));
    return index.map(this::numbers).filter(loads -> loads.size() == columns).orElse(List.of());
  }

  /** The mean over the inputs, rising and falling, of what the supply gives within the cell. */
  double energyPj() {
    double sum = 0;
    int count = 0;
    for (LibertyGroup power : output.groups("internal_power")) {
      boolean supply = LibertyLeakage.isOfSupply(power);
      for (String kind : List.of("rise_power", "fall_power")) {
        for (LibertyGroup table : supply ? power.groups(kind) : List.<LibertyGroup>of()) {
          sum += firstRow(table).get(0);
          count++;
        }
      }
    }
    // The unit of energy is that of capacitance times a volt squared.
    return count == 0 ? 0 : Math.max(0, sum / count) * units.picofarads();
  }

  private List<Double> firstRow(LibertyGroup table) {
    String values = table.attribute("values").orElse("");
    List<Double> all = numbers(values);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a table without values");
    }
    int rows =
        table.attribute("index_2").isPresent()
            ? table.attribute("index_1").map(index -> numbers(index).size()).orElse(1)
            : 1;
    return all.subList(0, Math.max(1, all.size() / rows));
  }

  private List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    Arrays.stream(text.split("[,\\s]+"))
        .filter(word -> !word.isEmpty())
        .forEach(word -> numbers.add(LibertyUnits.parse(word, place)));
    return numbers;
  }
}
