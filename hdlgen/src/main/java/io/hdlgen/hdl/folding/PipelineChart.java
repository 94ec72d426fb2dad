package io.hdlgen.hdl.folding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** For people: a table of the layers, and what each of them does while two inferences pass. */
public final class PipelineChart {
  private static final int COLUMNS = 60;
  private static final double PERCENT = 100;

  private final CycleModel model;
  private final QueueDepths depths;

  public PipelineChart(CycleModel model, QueueDepths depths) {
    this.model = model;
    this.depths = depths;
  }

  /**
   * A line for each layer: size, folding, cycles of work and of waiting for an inference in steady
   * state, queue.
   *
   * @param elementBits for each layer, bits of an element of its input queue
   */
  public String table(List<Integer> elementBits) {
    CycleReport report = model.report(depths);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "layer",
            "inputs x neurons",
            "PE",
            "SIMD",
            "cycles",
            "busy",
            "waits for input",
            "waits for room",
            "queue words x bits"));
    FoldedShape shape = model.shape();
    for (int l = 0; l < shape.layers().size(); l++) {
      FoldedLayer layer = shape.layers().get(l);
      LayerCycles cycles = report.layers().get(l);
      rows.add(
          List.of(
              Integer.toString(l),
              layer.inputs() + " x " + layer.outputs(),
              Integer.toString(layer.pe()),
              Integer.toString(layer.simd()),
              Long.toString(layer.slots()),
              String.format(Locale.ROOT, "%.1f %%", PERCENT * report.occupancy(l)),
              mean(cycles.waitsForInput(), report.inferences()),
              mean(cycles.waitsForRoom(), report.inferences()),
              depths.get(l) + " x " + shape.wordElements(l) * elementBits.get(l)));
    }
    return aligned(rows)
        + "latency "
        + report.latency()
        + " cycles, "
        + mean(report.cycles(), report.inferences())
        + " cycles between inferences\n";
  }

  private static String mean(long cycles, long inferences) {
    return cycles % inferences == 0
        ? Long.toString(cycles / inferences)
        : String.format(Locale.ROOT, "%.1f", (double) cycles / inferences);
  }

  private static String aligned(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElseThrow();
        line.append(column == 0 ? "" : "  ")
            .append(" ".repeat(width - row.get(column).length()))
            .append(row.get(column));
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /**
   * A line for the input, each layer and the result: which inference is worked on at what time,
   * from the first beat into an empty pipeline to the second result.
   */
  public String timeline() {
    long[] end = new long[1];
    model.trace(
        depths,
        2,
        new CycleListener() {
          @Override
          public void result(long inference, long cycle) {
            end[0] = cycle;
          }
        });
    int layers = model.shape().layers().size();
    TimelineRows rows = new TimelineRows(layers + 2, end[0] + 1, COLUMNS);
    model.trace(
        depths,
        begun(end[0]),
        new CycleListener() {
          @Override
          public void issued(int layer, long inference, long first, long slots) {
            rows.add(layer + 1, inference, first, slots);
          }

          @Override
          public void written(int queue, long word, long cycle) {
            if (queue == 0) {
              rows.add(0, word / model.shape().words(0), cycle, 1);
            }
          }

          @Override
          public void result(long inference, long cycle) {
            rows.add(layers + 1, inference, cycle, 1);
          }
        });
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < layers + 2; row++) {
      String name = row == 0 ? "input" : row > layers ? "result" : "layer " + (row - 1);
      text.append(String.format(Locale.ROOT, "%-9s|", name))
          .append(row == 0 || row > layers ? rows.marks(row) : rows.shares(row))
          .append("|\n");
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "cycles 0 to %d, %d a column\n"
                    + "digit: the inference worked on, or whose input or result comes; ':' work in less than half of the column\n",
                end[0],
                rows.cyclesPerColumn()))
        .toString();
  }

  /** No fewer inferences than can have begun when the second has left, for want of room. */
  private long begun(long cycles) {
    FoldedShape shape = model.shape();
    long held = 2 + depths.output();
    for (int l = 0; l < shape.layers().size(); l++) {
      held += 2 + Division.ceil(depths.get(l), shape.words(l));
    }
    return Math.min(held, 2 + cycles / shape.words(0));
  }
}
