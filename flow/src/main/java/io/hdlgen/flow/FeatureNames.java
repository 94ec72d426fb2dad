package io.hdlgen.flow;

import io.hdlgen.quantizer.floating.FloatNetwork;
import java.util.List;
import java.util.stream.IntStream;

/** What features are called. */
final class FeatureNames {
  private FeatureNames() {}

  /** Whether each of these names tells a feature from all others. */
  static boolean usable(List<String> names) {
    return names.stream().noneMatch(String::isBlank)
        && names.stream().distinct().count() == names.size();
  }

  /** The model, its features named as the columns where it brings no names of its own. */
  static FloatNetwork after(FloatNetwork model, List<String> columns) {
    boolean numbered =
        IntStream.range(0, model.featureNames().size())
            .allMatch(i -> model.featureNames().get(i).equals("x" + i));
    return numbered && columns.size() == model.featureNames().size() && usable(columns)
        ? model.withFeatureNames(columns)
        : model;
  }
}
