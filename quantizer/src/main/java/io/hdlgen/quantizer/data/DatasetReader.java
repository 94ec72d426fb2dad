package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads tables of samples: CSV, IDX, {@code .npy} and {@code .npz}; the first three also compressed
 * with gzip. The content decides which it is, not the name.
 *
 * <p>CSV: separated by comma, semicolon or tab, with or without a row of names, with or without
 * quotes, UTF-8 with or without byte order mark. IDX: unsigned bytes. Arrays: integers, booleans
 * and floating point in either byte and memory order. An array, of IDX or NumPy, of more than two
 * dimensions gives one row for each index of the first.
 *
 * <p>Unsigned bytes that are features are pixels, whatever the format: each is divided by 255, as
 * is the custom. Values of all other types, those of CSV tables and labels are taken as they are.
 *
 * <p>An {@code .npz} may hold two tables, as those of Keras do: {@code x_train} and {@code y_train}
 * to learn from, {@code x_test} and {@code y_test} to measure by. {@link ReadOptions#measured} says
 * which of them is wanted.
 */
public final class DatasetReader {
  /** The most values that a table may have. */
  public static final int MAX_VALUES = 1 << 27;

  /** The most columns that a table may have. */
  public static final int MAX_COLUMNS = 65_536;

  private DatasetReader() {}

  /**
   * Reads a file.
   *
   * @throws InvalidInputException naming file, line and column where they are known, if the file
   *     cannot be read, is not of a known format, has values that are missing, not numbers or not
   *     finite, rows of different lengths, no rows, or no label column of that name
   */
  public static Dataset read(Path data, ReadOptions options) {
    if (options.labelFile().isPresent() && options.label().isPresent()) {
      throw new InvalidInputException(
          data.toString(),
          "both a label column and a file of labels",
          "one of them: leave the other out");
    }
    boolean separate = options.labelFile().isPresent();
    ReadOptions table = separate ? options.withoutLabels() : options;
    Dataset dataset = InputFile.with(data, file -> read(file, table));
    return separate ? withLabels(dataset, options.labelFile().orElseThrow()) : dataset;
  }

  /**
   * Whether the file holds a table to learn from and another to measure by.
   *
   * @throws InvalidInputException if the file cannot be read
   */
  public static boolean holdsTest(Path data, ReadOptions options) {
    return InputFile.with(
        data, file -> file.format() == InputFile.Format.NPZ && NpzReader.holdsTest(file, options));
  }

  private static Dataset read(InputFile file, ReadOptions options) throws IOException {
    return switch (file.format()) {
      case EMPTY -> throw new InvalidInputException(file.name(), "an empty file", "a table");
      case IDX -> NumericTable.dataset(IdxReader.read(file), options);
      case NPY -> NumericTable.dataset(NpyReader.read(file.name(), file.stream()), options);
      case NPZ -> NpzReader.read(file, options);
      case TEXT -> new CsvTableReader(file, options).read();
    };
  }

  private static Dataset withLabels(Dataset dataset, Path file) {
    List<String> labels = InputFile.with(file, LabelFileReader::read);
    int rows = dataset.rows().length;
    if (labels.size() != rows) {
      throw new InvalidInputException(
          file.toString(), labels.size() + " labels", rows + ", one a row of " + dataset.source());
    }
    return dataset.withLabels(labels);
  }
}
