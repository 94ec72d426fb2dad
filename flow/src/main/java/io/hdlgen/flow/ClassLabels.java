package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.metrics.LabelIndex;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which class each label of a table means.
 *
 * <p>A label that is a class name means that class. Where a model brings no names, its classes are
 * called 0, 1, ...; if the labels are others, they mean the classes in their sorted order (numbers
 * by value), the custom of the common training libraries, provided that there are as many.
 */
final class ClassLabels {
  private static final Comparator<String> BY_VALUE =
      Comparator.comparingDouble(ClassLabels::value).thenComparing(Comparator.naturalOrder());

  private ClassLabels() {}

  /**
   * The class of each row.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if a label means no class
   */
  static int[] indices(Dataset data, List<String> classNames) {
    return new LabelIndex(names(data, classNames)).indices(data.labels(), data.source());
  }

  /**
   * What the classes are called: as the network says, or, where it only counts them and the labels
   * are others of the same number, the labels in sorted order.
   */
  static List<String> names(Dataset data, List<String> classNames) {
    LabelIndex byName = new LabelIndex(classNames);
    List<String> distinct = distinct(data.labels());
    boolean named = distinct.stream().allMatch(label -> byName.find(label).isPresent());
    boolean numbered =
        IntStream.range(0, classNames.size())
            .allMatch(k -> classNames.get(k).equals(Integer.toString(k)));
    return !named && numbered && distinct.size() == classNames.size() ? distinct : classNames;
  }

  /** The labels that differ in their text, in sorted order, numbers by value and before words. */
  static List<String> distinct(List<String> labels) {
    return labels.stream().distinct().sorted(BY_VALUE).toList();
  }

  /** The number that a label is; infinity for words, which come behind all numbers. */
  static double value(String label) {
    try {
      return Double.parseDouble(label);
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
