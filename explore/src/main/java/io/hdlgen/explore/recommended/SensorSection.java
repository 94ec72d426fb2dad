package io.hdlgen.explore.recommended;

import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.DataTable;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.explore.sensor.Converters;
import io.hdlgen.explore.words.SensorBill;
import io.hdlgen.explore.words.SensorLine;
import io.hdlgen.explore.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sensors that the circuit needs, each with its converter. */
final class SensorSection {
  private final Optional<FrontEnd> frontEnd;
  private final SensorBill bill;
  private final List<String> features;

  SensorSection(Evidence evidence, Converters converters) {
    this.frontEnd = evidence.design().circuit().frontEnd();
    this.bill = SensorBill.of(converters, frontEnd);
    this.features = evidence.training().featureNames();
  }

  ReportSection section() {
    List<Block> blocks = new ArrayList<>();
    List<DataTable.Row> rows = new ArrayList<>();
    bill.lines().forEach(line -> rows.add(row(line)));
    rows.add(sum());
    blocks.add(
        new DataTable(
            "Levels in the feature's own unit",
            List.of(
                DataTable.Column.text("feature"),
                DataTable.Column.text("levels"),
                DataTable.Column.number("bits"),
                DataTable.Column.number("comparators"),
                DataTable.Column.number("OR gates"),
                DataTable.Column.number("cm\u00b2"),
                DataTable.Column.number("mW")),
            rows));
    List<String> unread = bill.unread(features);
    blocks.add(
        new Prose(
            unread.isEmpty()
                ? "Every feature is read."
                : "Not read, so that no sensor is needed: " + Words.some(unread) + "."));
    return new ReportSection("Bill of sensors", blocks);
  }

  private static DataTable.Row row(SensorLine line) {
    return DataTable.Row.of(
        line.feature(),
        line.levels().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", ")),
        NumberText.count(line.bits()),
        NumberText.count(line.parts().comparators()),
        NumberText.count(line.parts().orGates()),
        amount(line.areaCm2()),
        amount(line.powerMw()));
  }

  private DataTable.Row sum() {
    Parts parts = bill.parts();
    return new DataTable.Row(
        List.of(
            "all",
            "",
            NumberText.count(bill.bits()),
            NumberText.count(parts.comparators()),
            NumberText.count(parts.orGates()),
            amount(frontEnd.map(front -> front.areaCm2(parts))),
            amount(frontEnd.map(front -> front.powerMw(parts)))),
        true);
  }

  private static String amount(Optional<Double> value) {
    return value.map(NumberText::amount).orElse("not published");
  }
}
