package io.hdlgen.quantizer.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a table is to be understood.
 *
 * @param label the column (in an {@code .npz}, the array) that holds the labels: its name, or its
 *     position counted from 0, or from the end if negative (-1 is the last). Empty: in a CSV table
 *     the last column, unless {@code features} shows that it is a feature; in an {@code .npz} the
 *     array {@code y} (or {@code y_train}, {@code target}, {@code labels}, {@code label}, {@code
 *     arr_1}) if there is one, or {@code y_test} where {@code measured}; elsewhere none
 * @param labelled false if the table has no labels, and every column is a feature
 * @param labelFile labels in a file of their own; the table then has none
 * @param features names of the features that will be looked for, empty if not known. A table that
 *     has them all by name gives these columns, in this order, and whatever the others hold is
 *     ignored; a table without labels is told by its number of columns
 * @param likelyLabel the column of a CSV table that holds the labels, if there is one of that name
 *     and {@code label} is empty
 * @param measured whether the rows are to measure accuracy by, not to be learnt from: of an {@code
 *     .npz} that has an array {@code x_test}, that one
 * @param ignored columns that are left out, as if the table had none of them. Where the last one
 *     is, {@code label} or {@code features} must tell where the labels are
 * @param header whether the first row of a CSV table holds names; empty: found out
 */
public record ReadOptions(
    Optional<String> label,
    boolean labelled,
    Optional<Path> labelFile,
    List<String> features,
    Optional<String> likelyLabel,
    boolean measured,
    IgnoredColumns ignored,
    Optional<Boolean> header) {
  public ReadOptions {
    features = List.copyOf(features);
  }

  /** Everything is found out from the file. */
  public static ReadOptions defaults() {
    return new ReadOptions(
        Optional.empty(),
        true,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        IgnoredColumns.NONE,
        Optional.empty());
  }

  /** With labels from this column. */
  public ReadOptions withLabel(String column) {
    return new ReadOptions(
        Optional.of(column), true, labelFile, features, likelyLabel, measured, ignored, header);
  }

  /** Without labels: every column is a feature. */
  public ReadOptions withoutLabels() {
    return new ReadOptions(
        Optional.empty(),
        false,
        Optional.empty(),
        features,
        likelyLabel,
        measured,
        ignored,
        header);
  }

  /** With labels from the column of this name, if there is one and no other was chosen. */
  public ReadOptions withLikelyLabel(Optional<String> column) {
    return new ReadOptions(label, labelled, labelFile, features, column, measured, ignored, header);
  }

  /** With labels from this file. */
  public ReadOptions withLabelFile(Path file) {
    return new ReadOptions(
        label, labelled, Optional.of(file), features, likelyLabel, measured, ignored, header);
  }

  /** For a network with features of these names. */
  public ReadOptions withFeatures(List<String> names) {
    return new ReadOptions(
        label, labelled, labelFile, names, likelyLabel, measured, ignored, header);
  }

  /** For rows to measure accuracy by. */
  public ReadOptions toMeasure() {
    return new ReadOptions(
        label, labelled, labelFile, features, likelyLabel, true, ignored, header);
  }

  /** Without these columns. */
  public ReadOptions withIgnored(IgnoredColumns columns) {
    return new ReadOptions(
        label, labelled, labelFile, features, likelyLabel, measured, columns, header);
  }

  /** With a first row of names, or without one. */
  public ReadOptions withHeader(boolean present) {
    return new ReadOptions(
        label, labelled, labelFile, features, likelyLabel, measured, ignored, Optional.of(present));
  }
}
