package io.hdlgen.hdl.load;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All columns of a design, in the order in which they are written. */
public final class LoadMap {
  /** The most columns that the loader counts. */
  static final int MOST_COLUMNS = 4096;

  private final List<WordTable> tables;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Integer> first = new LinkedHashMap<>();

  public LoadMap(List<WordTable> tables) {
    this.tables = List.copyOf(tables);
    for (WordTable table : tables) {
      first.put(table.name(), columns.size());
      columns.addAll(Column.of(table));
    }
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      throw new InvalidInputException(
          "loadable design",
          columns.size() + " memories of up to 32 bits",
          "1 to " + MOST_COLUMNS + "; fold the layers more");
    }
  }

  /** The tables, in the order in which they are loaded. */
  public List<WordTable> tables() {
    return tables;
  }

  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** The number of a table's first column. */
  public int firstColumn(WordTable table) {
    return first.get(table.name());
  }

  /** Words of 32 bits that a network takes. */
  public int words() {
    return columns.stream().mapToInt(column -> column.table().rows().size()).sum();
  }

  /** The most words of a column. */
  public int mostRows() {
    return columns.stream().mapToInt(column -> column.table().rows().size()).max().orElseThrow();
  }
}
