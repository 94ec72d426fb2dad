package io.hdlgen.hdl.emit;

import io.hdlgen.quantizer.network.FeatureThreshold;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says of a thermometer feature which level each bit is, in the unit of the data, too. */
final class ThermometerComment {
  private ThermometerComment() {}

  /** The lines. */
  static List<String> of(InputFeature feature, String name) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: a thermometer on a grid of %d bits, x = %s + %s * code, rounded %s:",
            name,
            feature.bits(),
            feature.offset(),
            feature.scale(),
            feature.rounding().name().toLowerCase(Locale.ROOT)));
    List<String> words = new ArrayList<>();
    String reached = feature.scale() > 0 ? ">=" : "<=";
    for (int j = 0; j < feature.values(); j++) {
      words.add(
          "bit %d is code >= %d: %s %s %s"
              .formatted(
                  j,
                  feature.levels().get(j),
                  name,
                  reached,
                  FeatureThreshold.readable(feature, FeatureThreshold.of(feature, j + 1L))
                      .toPlainString()));
    }
    lines.addAll(List.of(Lines.wrap(words, ", ").split("\\s*\\n\\s*")));
    return lines;
  }
}
