package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns of a table that are left out, whatever they hold.
 *
 * @param columns their names, or positions counted from 0, or from the end if negative; all columns
 *     of the table count, and a name comes before a position
 * @param required whether each must be there, and be of no other use; false for rows to test what
 *     was learnt from another table, which may be without them
 */
public record IgnoredColumns(List<String> columns, boolean required) {
  /** Every column is used. */
  public static final IgnoredColumns NONE = new IgnoredColumns(List.of(), true);

  private static final int NAMES_SHOWN = 40;

  public IgnoredColumns {
    columns = List.copyOf(columns);
  }

  /**
   * Which columns of this table are left out.
   *
   * @param source what messages call the table
   * @param width its number of columns
   * @param names one a column; empty if they have none
   * @throws InvalidInputException if a column is required and not there, or none is left
   */
  BitSet of(String source, int width, List<String> names) {
    BitSet ignored = new BitSet(width);
    for (String column : columns) {
      if (names.contains(column)) {
        IntStream.range(0, width).filter(c -> names.get(c).equals(column)).forEach(ignored::set);
        continue;
      }
      OptionalInt position = ColumnPosition.of(column, width);
      position.ifPresent(ignored::set);
      if (required && position.isEmpty()) {
        throw new InvalidInputException(
            source, "no column \"" + column + "\" to ignore", known(width, names));
      }
    }
    if (ignored.cardinality() == width) {
      throw new InvalidInputException(
          source, "no column that is not ignored", "at least one that is left, of " + width);
    }
    return ignored;
  }

  /** The columns that there are, for messages. */
  static String known(int width, List<String> names) {
    String positions = "a position from 0 to " + (width - 1);
    return names.isEmpty()
        ? positions + ", as the columns have no names"
        : "one of " + shown(names) + ", or " + positions;
  }

  private static String shown(List<String> names) {
    return names.size() <= NAMES_SHOWN
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMES_SHOWN)) + ", ...";
  }

  /**
   * Takes a column that has another use out of {@code ignored}.
   *
   * @param use what the column is, for messages
   * @throws InvalidInputException if it is in there and required
   */
  void keep(String source, BitSet ignored, int column, String use) {
    if (required && ignored.get(column)) {
      throw new InvalidInputException(
          source,
          "--ignore of " + use,
          "columns that are neither labels nor features of the model");
    }
    ignored.clear(column);
  }

  /** What {@code --ignore} may call these columns: the name if that tells it, or the position. */
  static List<String> texts(int[] columns, List<String> names) {
    Map<String, Long> counts =
        names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    return IntStream.of(columns)
        .mapToObj(
            c ->
                c < names.size()
                        && counts.get(names.get(c)) == 1
                        && names.get(c).matches("[\\p{L}\\p{N}_.:][\\p{L}\\p{N}_.:-]*")
                    ? names.get(c)
                    : Integer.toString(c))
        .toList();
  }
}
