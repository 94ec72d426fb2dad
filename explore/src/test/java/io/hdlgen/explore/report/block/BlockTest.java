package io.hdlgen.explore.report.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.explore.report.block.DataTable.Column;
import io.hdlgen.explore.report.block.DataTable.Kind;
import io.hdlgen.explore.report.block.DataTable.Row;
import io.hdlgen.explore.report.plot.CurvePlot;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest {
  @Test
  void confusionsShadeTheShareOfEachRow() {
    ClassificationMetrics metrics =
        ClassificationMetrics.of(
            new int[] {0, 0, 0, 1, 1}, new int[] {0, 0, 0, 0, 1}, List.of("a", "b", "<c>"));
    assertThat(new Confusion("on test rows", metrics).html().toString())
        .contains("<td class=\"number right\" style=\"--share:0.476\">3</td>")
        .contains("<td class=\"number wrong\" style=\"--share:0.275\">1</td>")
        .contains("<td class=\"number wrong\">0</td>")
        .contains("<td class=\"number starts\">0.750</td>")
        .contains("<td class=\"number starts\">no rows</td>")
        .contains("&lt;c&gt;");
  }

  @Test
  void groupsSpanTheirColumns() {
    List<Column> columns =
        List.of(
            Column.text("id"),
            new Column("test", "accuracy", Kind.NUMBER),
            new Column("test", "balanced", Kind.NUMBER),
            new Column("cost", "gates", Kind.NUMBER));
    assertThat(new DataTable("c", columns, List.of(Row.of("x", "1", "2", "3"))).html().toString())
        .contains("<td colspan=\"1\"></td>")
        .contains("<th colspan=\"2\" scope=\"colgroup\" class=\"group\">test</th>")
        .contains("<th colspan=\"1\" scope=\"colgroup\" class=\"group\">cost</th>")
        .contains("<th scope=\"row\">x</th>")
        .contains("<td class=\"number starts\">1</td>")
        .contains("<td class=\"number\">2</td>");
  }

  /** Whatever is in a path leads there, and nowhere else. */
  @Test
  void filesAreLinks() {
    List<Column> columns = List.of(Column.text("a"), Column.file("b"));
    assertThat(
            new DataTable("c", columns, List.of(Row.of("x", "n/p 1:\u00e4.json"), Row.of("y", "")))
                .html()
                .toString())
        .contains("<td><a href=\"n/p%201%3A%C3%A4.json\">n/p 1:\u00e4.json</a></td>")
        .containsOnlyOnce("<a ");
    assertThat(new Files(List.of("a.json", "b/")).html().toString())
        .contains("<a href=\"a.json\">a.json</a>", "<a href=\"b/\">b/</a>");
  }

  @Test
  void ragsAreRefused() {
    List<Column> columns = List.of(Column.text("a"), Column.number("b"));
    assertThatThrownBy(() -> new DataTable("c", columns, List.of(Row.of("x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells in 2 columns");
  }

  @Test
  void curvesThatNobodyCouldTellApartAreRefused() {
    assertThatThrownBy(() -> new CurvePlot("t", "x", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
