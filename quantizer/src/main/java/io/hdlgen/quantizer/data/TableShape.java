package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;

/**
 * The shape of an array, checked against the limits before any memory is taken for it.
 *
 * @param dimensions as in the file
 * @param rows the first of them
 * @param columns the product of the others, 1 without others
 */
record TableShape(List<Integer> dimensions, int rows, int columns) {
  static final int MAX_DIMENSIONS = 8;

  /**
   * A shape from a file.
   *
   * @throws InvalidInputException if it has no values, or too many
   */
  static TableShape of(String source, List<Long> shape) {
    String found = "an array of shape " + shape;
    if (shape.isEmpty() || shape.size() > MAX_DIMENSIONS) {
      throw new InvalidInputException(source, found, "1 to " + MAX_DIMENSIONS + " dimensions");
    }
    long values = 1;
    for (long dimension : shape) {
      if (dimension < 1) {
        throw new InvalidInputException(source, found, "at least one value in each dimension");
      }
      if (dimension > DatasetReader.MAX_VALUES || values * dimension > DatasetReader.MAX_VALUES) {
        throw new InvalidInputException(
            source, found, "at most " + DatasetReader.MAX_VALUES + " values");
      }
      values *= dimension;
    }
    long columns = values / shape.get(0);
    if (columns > DatasetReader.MAX_COLUMNS) {
      throw new InvalidInputException(
          source, found, "at most " + DatasetReader.MAX_COLUMNS + " values a sample");
    }
    List<Integer> dimensions = shape.stream().map(Long::intValue).toList();
    return new TableShape(dimensions, dimensions.get(0), (int) columns);
  }
}
