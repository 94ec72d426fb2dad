package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads {@code .npz}: a ZIP archive of {@code .npy} files, one an array. */
final class NpzReader {
  private static final List<String> FEATURES =
      List.of("X", "x", "X_train", "x_train", "data", "images", "train_images", "arr_0");
  private static final List<String> LABELS =
      List.of("y", "Y", "y_train", "Y_train", "target", "labels", "label", "train_labels", "arr_1");
  private static final List<String> TEST_FEATURES = List.of("X_test", "x_test", "test_images");
  private static final List<String> TEST_LABELS = List.of("y_test", "Y_test", "test_labels");
  private static final int MAX_MEMBERS = 1000;

  private final InputFile file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> members = new LinkedHashMap<>();

  private NpzReader(InputFile file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
    for (ZipEntry entry : zip.stream().limit(MAX_MEMBERS).toList()) {
      members.put(entry.getName().replaceFirst("\\.npy$", ""), entry);
    }
  }

  static Dataset read(InputFile file, ReadOptions options) throws IOException {
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      return new NpzReader(file, zip).read(options);
    }
  }

  /** Whether there are features and labels to test on, beside those to learn from. */
  static boolean holdsTest(InputFile file, ReadOptions options) throws IOException {
    try (ZipFile zip = new ZipFile(file.path().toFile())) {
      NpzReader reader = new NpzReader(file, zip);
      return reader.first(FEATURES).isPresent()
          && reader.first(TEST_FEATURES).isPresent()
          && reader.first(TEST_LABELS).isPresent()
          && isUsual(options);
    }
  }

  /** Whether it is not said that the labels are elsewhere than usual. */
  private static boolean isUsual(ReadOptions options) {
    return options.labelFile().isEmpty() && options.label().map(LABELS::contains).orElse(true);
  }

  private Dataset read(ReadOptions options) throws IOException {
    boolean test = options.measured() && first(TEST_FEATURES).isPresent();
    Optional<String> labelMember = test ? testLabelMember(options) : labelMember(options);
    NumericTable features =
        array(test ? first(TEST_FEATURES).orElseThrow() : featureMember(labelMember));
    if (labelMember.isEmpty()) {
      return NumericTable.dataset(features, options);
    }
    List<String> labels = labels(labelMember.orElseThrow());
    int rows = features.rows().length;
    if (labels.size() != rows) {
      throw new InvalidInputException(
          file.name(), labels.size() + " labels", rows + ", one a sample of " + features.source());
    }
    return features.withLabels(labels, options);
  }

  /** The array of labels; nothing if a column or nothing at all holds them. */
  private Optional<String> labelMember(ReadOptions options) {
    if (!options.labelled()) {
      return Optional.empty();
    }
    if (options.label().isPresent()) {
      return options.label().filter(members::containsKey);
    }
    return first(LABELS);
  }

  private Optional<String> testLabelMember(ReadOptions options) {
    if (options.labelled() && isUsual(options)) {
      return first(TEST_LABELS);
    }
    return labelMember(options);
  }

  private Optional<String> first(List<String> names) {
    return names.stream().filter(members::containsKey).findFirst();
  }

  private String featureMember(Optional<String> labelMember) {
    List<String> others = new ArrayList<>(members.keySet());
    labelMember.ifPresent(others::remove);
    Optional<String> named = FEATURES.stream().filter(others::contains).findFirst();
    if (named.isEmpty() && others.size() != 1) {
      throw new InvalidInputException(
          file.name(),
          "the arrays " + String.join(", ", members.keySet()),
          "the features in one that is called " + String.join(", ", FEATURES) + ", or is alone");
    }
    return named.orElseGet(() -> others.get(0));
  }

  private NumericTable array(String member) throws IOException {
    try (InputStream in = zip.getInputStream(members.get(member))) {
      return NpyReader.read(name(member), in);
    }
  }

  private List<String> labels(String member) throws IOException {
    try (InputStream in = zip.getInputStream(members.get(member))) {
      return NpyReader.readLabels(name(member), in);
    }
  }

  private String name(String member) {
    return file.name() + "[" + member + "]";
  }
}
