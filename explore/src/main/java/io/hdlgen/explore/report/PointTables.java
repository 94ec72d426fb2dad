package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.front.Verified;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.DataTable.Column;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All points with all figures, and the files that they are in. */
final class PointTables {
  /** A column and what stands in it. */
  private record Field(Column column, Function<FrontPoint, String> text) {}

  private static final String UNKNOWN = "not known";

  private final Front front;
  private final Origin origin;

  PointTables(Front front, Origin origin) {
    this.front = front;
    this.origin = origin;
  }

  /** The points and, of what was explored, the trees. */
  List<ReportSection> sections() {
    List<ReportSection> sections = new ArrayList<>();
    sections.add(
        new ReportSection(
            origin.circuits(),
            List.of(
                table(
                    "By ascending area; the recommended one is marked. " + origin.rows(),
                    front.points()))));
    if (origin == Origin.APPROXIMATED) {
      return sections;
    }
    sections.add(
        new ReportSection(
            "Decision trees",
            front.trees().isEmpty()
                ? List.of(new Prose("None were measured."))
                : List.of(
                    table("The same protocol and mapping. " + origin.rows(), front.trees()))));
    return sections;
  }

  /** Where the points come from. */
  ReportSection files() {
    List<DataTable.Row> lines = new ArrayList<>();
    // A tree that is on the front, too, has one line.
    for (List<FrontPoint> points : List.of(front.points(), front.otherTrees())) {
      for (FrontPoint point : points) {
        lines.add(
            DataTable.Row.of(
                point.id(),
                point.network(),
                point.verified().isPresent() ? PointFiles.design(point) : "",
                point.verified().isPresent() ? PointFiles.verilog(point) : "",
                recipe(point),
                point.sha256()));
      }
    }
    return new ReportSection(
        "Files",
        List.of(
            new Prose(
                front.recommendedPoint().test().isPresent()
                    ? "The digest of each network was written down before test rows were read, so"
                        + " that test figures had no part in any choice."
                    : "No test rows were read. Validation rows chose the circuits, and so flatter"
                        + " them."),
            new DataTable(
                "How each circuit was made",
                List.of(
                    Column.text("circuit"),
                    Column.file("network"),
                    Column.file("design"),
                    Column.file("Verilog"),
                    Column.text("recipe"),
                    Column.text("SHA-256")),
                lines)));
  }

  /** With units as they are written elsewhere on the page. */
  static String recipe(FrontPoint point) {
    return point.recipe().replace("mm2", "mm\u00b2");
  }

  private DataTable table(String caption, List<FrontPoint> points) {
    List<Field> fields = fields(points);
    List<DataTable.Row> lines = new ArrayList<>();
    for (FrontPoint point : points) {
      boolean chosen = points == front.points() && point.id().equals(front.recommended());
      lines.add(
          new DataTable.Row(
              fields.stream().map(field -> field.text().apply(point)).toList(), chosen));
    }
    return new DataTable(caption, fields.stream().map(Field::column).toList(), lines);
  }

  private List<Field> fields(List<FrontPoint> points) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(Column.text("circuit"), FrontPoint::id));
    boolean tested = points.stream().anyMatch(point -> point.test().isPresent());
    if (tested) {
      fields.addAll(qualities(RowSet.TEST, points, true));
    }
    fields.addAll(qualities(RowSet.VALIDATION, points, !tested));
    fields.addAll(qualities(RowSet.TRAINING, points, false));
    String alone = "classifier";
    fields.add(amount(alone, "cm\u00b2", PrintedCost::areaCm2));
    fields.add(amount(alone, "static mW", PrintedCost::staticPowerMw));
    fields.add(count(alone, "gates", PrintedCost::gates));
    fields.add(amount(alone, "delay ms", PrintedCost::criticalPathMs));
    fields.add(count("converters", "comparators", PrintedCost::comparators));
    if (front.countsConverters()) {
      fields.add(amount("converters", "cm\u00b2", PrintedCost::adcAreaCm2));
      fields.add(amount("converters", "mW", PrintedCost::adcPowerMw));
      fields.add(amount("together", "cm\u00b2", PrintedCost::totalAreaCm2));
      fields.add(amount("together", "mW", PrintedCost::totalPowerMw));
    }
    if (points.stream().anyMatch(point -> point.verified().isPresent())) {
      fields.add(verified("vectors", PointTables::vectors));
      fields.add(verified("mismatches", found -> NumberText.count(found.mismatches())));
    }
    return fields;
  }

  private static List<Field> qualities(
      RowSet rows, List<FrontPoint> points, boolean withIntervals) {
    String group = rows.label() + rowCount(rows, points);
    List<Field> fields = new ArrayList<>();
    fields.add(quality(rows, group, "accuracy", each -> NumberText.fraction(each.accuracy())));
    if (withIntervals) {
      fields.add(quality(rows, group, "95 % interval", PointTables::interval));
    }
    fields.add(
        quality(rows, group, "balanced", each -> NumberText.fraction(each.balancedAccuracy())));
    if (withIntervals) {
      fields.add(quality(rows, group, "balanced, 95 %", PointTables::balancedInterval));
      fields.add(quality(rows, group, "of classes of 10 rows or more", PointTables::ofFrequent));
    }
    return fields;
  }

  /** Number of rows, where it is the same for all. */
  private static String rowCount(RowSet rows, List<FrontPoint> points) {
    int[] counts =
        points.stream()
            .flatMapToInt(
                point ->
                    rows.of(point)
                        .map(each -> IntStream.of(each.rows()))
                        .orElseGet(IntStream::empty))
            .distinct()
            .toArray();
    return counts.length == 1 ? ", " + NumberText.count(counts[0]) + " rows" : "";
  }

  private static String interval(Quality quality) {
    return interval(quality.accuracyLow(), quality.accuracyHigh());
  }

  private static String balancedInterval(Quality quality) {
    return quality.balanced().map(each -> interval(each.low(), each.high())).orElse(UNKNOWN);
  }

  private static String ofFrequent(Quality quality) {
    return quality
        .balanced()
        .map(
            each ->
                each.frequentClasses() == 0
                    ? "none"
                    : "%s (%s)"
                        .formatted(
                            NumberText.fraction(each.frequent()),
                            interval(each.frequentLow(), each.frequentHigh())))
        .orElse(UNKNOWN);
  }

  private static String interval(double low, double high) {
    return NumberText.fraction(low) + "\u2013" + NumberText.fraction(high);
  }

  private static Field quality(
      RowSet rows, String group, String name, Function<Quality, String> text) {
    return new Field(
        new Column(group, name, DataTable.Kind.NUMBER),
        point -> {
          Optional<Quality> quality = rows.of(point);
          return quality.map(text).orElse("not read");
        });
  }

  private static Field verified(String name, Function<Verified, String> text) {
    return new Field(
        new Column("verified", name, DataTable.Kind.NUMBER),
        point -> point.verified().map(text).orElse("not made"));
  }

  private static String vectors(Verified verified) {
    return NumberText.count(verified.vectors()) + (verified.exhaustive() ? ", all codes" : "");
  }

  private static Field amount(String group, String name, Function<PrintedCost, Double> value) {
    return new Field(
        new Column(group, name, DataTable.Kind.NUMBER),
        point -> NumberText.amount(value.apply(point.cost())));
  }

  private static Field count(String group, String name, Function<PrintedCost, Integer> value) {
    return new Field(
        new Column(group, name, DataTable.Kind.NUMBER),
        point -> NumberText.count(value.apply(point.cost())));
  }
}
