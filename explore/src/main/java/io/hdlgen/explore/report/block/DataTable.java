package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * A table whose first column names the rows.
 *
 * @param caption what it shows
 * @param columns neighbours of the same group get one heading above them
 * @param rows one cell a column
 */
public record DataTable(String caption, List<Column> columns, List<Row> rows) implements Block {
  /**
   * A column.
   *
   * @param group heading above it; may be empty
   * @param name its own heading
   * @param kind of its cells
   */
  public record Column(String group, String name, Kind kind) {
    /** A column of texts. */
    public static Column text(String name) {
      return new Column("", name, Kind.TEXT);
    }

    /** A column of numbers. */
    public static Column number(String name) {
      return new Column("", name, Kind.NUMBER);
    }

    /** A column of files, relative to the page. */
    public static Column file(String name) {
      return new Column("", name, Kind.FILE);
    }
  }

  /** What cells are. */
  public enum Kind {
    TEXT,

    /** Set to the right. */
    NUMBER,

    /** A path that leads there; may be empty. */
    FILE
  }

  /**
   * A row.
   *
   * @param cells as shown
   * @param emphasised whether it is to be seen first
   */
  public record Row(List<String> cells, boolean emphasised) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** A row like the others. */
    public static Row of(String... cells) {
      return new Row(List.of(cells), false);
    }
  }

  /** Tables of more columns than this are set smaller. */
  private static final int WIDE = 9;

  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            row.cells().size() + " cells in " + columns.size() + " columns: " + row.cells());
      }
    }
  }

  @Override
  public Element html() {
    Element head = Element.of("thead");
    if (columns.stream().anyMatch(column -> !column.group().isEmpty())) {
      head = head.plus(groups());
    }
    head = head.plus(Element.of("tr", columns.stream().map(this::heading).toList()));
    Element body = Element.of("tbody", rows.stream().map(this::row).toList());
    Element table =
        Element.of("table", Element.of("caption", caption), head, body)
            .with("class", columns.size() > WIDE ? "wide" : "plain");
    return Element.of("div", table).with("class", "table").with("tabindex", "0");
  }

  private Element groups() {
    List<Element> cells = new ArrayList<>();
    int from = 0;
    while (from < columns.size()) {
      String group = columns.get(from).group();
      int to = from;
      while (to < columns.size() && columns.get(to).group().equals(group)) {
        to++;
      }
      Element cell = group.isEmpty() ? Element.of("td") : Element.of("th", group);
      cell = cell.with("colspan", Integer.toString(to - from));
      cells.add(group.isEmpty() ? cell : cell.with("scope", "colgroup").with("class", "group"));
      from = to;
    }
    return Element.of("tr", cells);
  }

  private Element heading(Column column) {
    Element cell = Element.of("th", column.name()).with("scope", "col");
    return styled(cell, column);
  }

  private Element row(Row row) {
    List<Element> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Element cell = cell(i == 0 ? "th" : "td", row.cells().get(i), columns.get(i).kind());
      cells.add(styled(i == 0 ? cell.with("scope", "row") : cell, columns.get(i)));
    }
    Element line = Element.of("tr", cells);
    return row.emphasised() ? line.with("class", "chosen") : line;
  }

  private static Element cell(String tag, String text, Kind kind) {
    return kind == Kind.FILE && !text.isEmpty()
        ? Element.of(tag, Link.to(text, text))
        : Element.of(tag, text);
  }

  private Element styled(Element cell, Column column) {
    boolean first = columns.indexOf(column) > 0 && starts(column);
    String style = (column.kind() == Kind.NUMBER ? "number" : "") + (first ? " starts" : "");
    return style.isEmpty() ? cell : cell.with("class", style.strip());
  }

  /** Whether a column is the first of a group. */
  private boolean starts(Column column) {
    int index = columns.indexOf(column);
    return !columns.get(index - 1).group().equals(column.group());
  }
}
