package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.LongVector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Prints what a network with thermometer features needs: their levels, and the values of layer 0.
 */
final class ThermometerCode {
  private final String top;
  private final String macro;
  private final CType codeType;
  private final List<InputFeature> inputs;

  ThermometerCode(String top, String macro, CType codeType, List<InputFeature> inputs) {
    this.top = top;
    this.macro = macro;
    this.codeType = codeType;
    this.inputs = inputs;
  }

  /** Prints the number of levels of each feature, and the function that makes values of codes. */
  void print(CText text) {
    text.comment(
        "The code of a thermometer feature is the number of its levels that are reached; layer 0");
    text.comment(
        "takes a value for each level, 1 if it is reached. Other features have no levels.");
    text.vector(
        CType.INT8,
        top + "_level_counts",
        LongVector.of(inputs.stream().mapToLong(one -> one.levels().size()).toArray()));
    text.line(
        """

        static inline void %1$s_values(const %3$s *codes, %3$s *x) {
          int k = 0;
          for (int i = 0; i < %2$s_FEATURES; i++) {
            if (%1$s_level_counts[i] == 0) {
              x[k++] = codes[i];
            }
            for (int j = 0; j < %1$s_level_counts[i]; j++) {
              x[k++] = codes[i] > j ? 1 : 0;
            }
          }
        }
        """,
        top, macro, codeType.text());
  }

  /** Prints the levels of all features, for the encoder. */
  void levels(CText text) {
    LongVector all =
        LongVector.of(
            inputs.stream().flatMapToLong(one -> Arrays.stream(one.levels().toArray())).toArray());
    text.comment("Levels of thermometer features, as codes of their grids, one after the other.");
    text.constants(
        "double ",
        top + "_levels",
        LongStream.of(all.toArray()).mapToObj(level -> level + ".0").toList());
  }
}
