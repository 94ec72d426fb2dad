package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Reads a file of labels, one a sample: IDX or {@code .npy} of one dimension, or text with one a
 * line (a first line {@code label}, {@code labels}, {@code class} or {@code y} is a heading).
 */
final class LabelFileReader {
  private static final List<String> HEADINGS = List.of("label", "labels", "class", "y");

  private LabelFileReader() {}

  static List<String> read(InputFile file) throws IOException {
    return switch (file.format()) {
      case EMPTY -> throw new InvalidInputException(file.name(), "an empty file", "labels");
      case IDX -> IdxReader.read(file).labels();
      case NPY -> NpyReader.readLabels(file.name(), file.stream());
      case NPZ ->
          throw new InvalidInputException(
              file.name(), "an .npz archive", "labels as IDX, .npy, or text with one a line");
      case TEXT -> text(file);
    };
  }

  private static List<String> text(InputFile file) throws IOException {
    List<CsvLine> lines = CsvLines.read(file);
    for (CsvLine line : lines) {
      if (line.cells().size() != 1 || line.cells().get(0).isEmpty()) {
        throw new InvalidInputException(
            file.name() + ":" + line.number(), line.cells().size() + " cells", "one label a line");
      }
    }
    List<String> labels = lines.stream().map(line -> line.cells().get(0)).toList();
    return HEADINGS.contains(labels.get(0).toLowerCase(Locale.ROOT))
        ? labels.subList(1, labels.size())
        : labels;
  }
}
