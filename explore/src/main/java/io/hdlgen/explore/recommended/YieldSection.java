package io.hdlgen.explore.recommended;

import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Pictures;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.explore.report.plot.Curve;
import io.hdlgen.explore.report.plot.CurvePlot;
import io.hdlgen.explore.report.plot.Mark;
import io.hdlgen.explore.yield.AnalogSweep;
import io.hdlgen.explore.yield.SingleFaults;
import io.hdlgen.explore.yield.Spread;
import io.hdlgen.explore.yield.StuckAtSweep;
import io.hdlgen.explore.yield.YieldReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How accurate printed copies are when gates are stuck, comparators off and sensors drifting. */
final class YieldSection {
  private static final int MOST_GATES = 10;
  private static final String BAND = "Mean; the band holds 90 % of the copies.";

  private final YieldReport report;

  YieldSection(YieldReport report) {
    this.report = report;
  }

  ReportSection section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Prose(
            "%s copies of the mapped circuit at each size of error, seed %d, tried on %s test rows:"
                    .formatted(
                        NumberText.count(report.plan().samples()),
                        report.plan().seed(),
                        NumberText.count(report.rows()))
                + " accuracy is %s if nothing is wrong. A copy is functional if it loses at most a"
                    .formatted(NumberText.fraction(report.accuracy()))
                + " point of it. Wires, comparators, encoders and sensors are never broken."));
    blocks.add(new Pictures(pictures()));
    blocks.add(stuckTable());
    blocks.add(
        analogTable(
            "Comparators off: each on its own, in steps of a 4-bit grid",
            report.comparatorOffset()));
    blocks.add(analogTable("Sensors shifted, in per cent of full scale", report.sensorOffset()));
    blocks.add(analogTable("Sensors stretched, in per cent", report.sensorGain()));
    blocks.addAll(critical());
    return new ReportSection("Yield", blocks);
  }

  private List<Pictures.Picture> pictures() {
    return List.of(
        picture(
            "Stuck gates",
            "faults a cm\u00b2",
            List.of(
                curve(
                    "accuracy",
                    report.stuckAt(),
                    StuckAtSweep.Point::density,
                    StuckAtSweep.Point::accuracy))),
        picture(
            "Comparator offset",
            "standard deviation, steps of 4 bits",
            List.of(analog("accuracy", report.comparatorOffset()))),
        picture(
            "Sensor drift",
            "standard deviation, %",
            List.of(
                analog("shifted", report.sensorOffset()),
                analog("stretched", report.sensorGain()))));
  }

  private static Pictures.Picture picture(String title, String along, List<Curve> curves) {
    return new Pictures.Picture(
        title, new CurvePlot("Accuracy: " + title, along, curves).svg(), BAND);
  }

  private static Curve analog(String name, List<AnalogSweep.Point> points) {
    return curve(name, points, AnalogSweep.Point::sigma, AnalogSweep.Point::accuracy);
  }

  private static <P> Curve curve(
      String name, List<P> points, ToDoubleFunction<P> x, Function<P, Spread> spread) {
    return new Curve(
        name,
        points.stream()
            .map(
                point -> {
                  Spread of = spread.apply(point);
                  return new Mark(
                      x.applyAsDouble(point),
                      of.mean(),
                      Optional.of(new Mark.Range(of.low(), of.high())),
                      name,
                      NumberText.fraction(of.mean()));
                })
            .toList());
  }

  private DataTable stuckTable() {
    List<DataTable.Column> columns = new ArrayList<>();
    columns.add(DataTable.Column.number("faults a cm\u00b2"));
    columns.add(DataTable.Column.number("faults a copy"));
    columns.add(DataTable.Column.number("without any"));
    columns.addAll(spreadColumns());
    List<DataTable.Row> rows = new ArrayList<>();
    for (StuckAtSweep.Point point : report.stuckAt()) {
      List<String> cells = new ArrayList<>();
      cells.add(NumberText.amount(point.density()));
      cells.add(NumberText.amount(point.meanFaults()));
      cells.add(percent(point.faultFree()));
      cells.addAll(cells(point.accuracy()));
      rows.add(new DataTable.Row(cells, false));
    }
    return new DataTable(
        "Gates stuck at 0 or 1, by faults a square centimetre of gates", columns, rows);
  }

  private static DataTable analogTable(String caption, List<AnalogSweep.Point> points) {
    List<DataTable.Column> columns = new ArrayList<>();
    columns.add(DataTable.Column.number("standard deviation"));
    columns.addAll(spreadColumns());
    List<DataTable.Row> rows = new ArrayList<>();
    for (AnalogSweep.Point point : points) {
      List<String> cells = new ArrayList<>(List.of(NumberText.amount(point.sigma())));
      cells.addAll(cells(point.accuracy()));
      rows.add(new DataTable.Row(cells, false));
    }
    return new DataTable(caption, columns, rows);
  }

  private static List<DataTable.Column> spreadColumns() {
    return List.of(
        DataTable.Column.number("mean accuracy"),
        DataTable.Column.number("5 %"),
        DataTable.Column.number("median"),
        DataTable.Column.number("95 %"),
        DataTable.Column.number("functional"));
  }

  private static List<String> cells(Spread spread) {
    return List.of(
        NumberText.fraction(spread.mean()),
        NumberText.fraction(spread.low()),
        NumberText.fraction(spread.median()),
        NumberText.fraction(spread.high()),
        percent(spread.functional()));
  }

  private List<Block> critical() {
    SingleFaults faults = report.singleFaults();
    if (faults.gates().isEmpty()) {
      return List.of(new Prose("There are no gates that could be stuck."));
    }
    List<DataTable.Row> rows =
        faults.mostCritical(MOST_GATES).stream()
            .map(
                gate ->
                    DataTable.Row.of(
                        gate.name(),
                        gate.cell(),
                        NumberText.difference(-gate.atZero()),
                        NumberText.difference(-gate.atOne())))
            .toList();
    return List.of(
        new DataTable(
            "The most critical gates, by their names in netlist.v: change of accuracy",
            List.of(
                DataTable.Column.text("gate"),
                DataTable.Column.text("cell"),
                DataTable.Column.number("stuck at 0"),
                DataTable.Column.number("stuck at 1")),
            rows),
        new Prose(
            "Of all single faults, "
                + percent(faults.harmless())
                + " cost nothing on these rows."));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
