package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import java.util.Locale;

/**
 * Prints the function that makes codes of real values. It is the one part that needs floating
 * point, so that it is there on demand only.
 */
final class EncoderCode {
  /** In place of a rounding: the code is the sign. */
  private static final int BIPOLAR = Rounding.values().length;

  private final String top;
  private final String macro;
  private final CType codeType;
  private final List<InputFeature> inputs;
  private final boolean thermometers;

  EncoderCode(String top, String macro, CType codeType, List<InputFeature> inputs) {
    this.top = top;
    this.macro = macro;
    this.codeType = codeType;
    this.inputs = inputs;
    this.thermometers = inputs.stream().anyMatch(one -> one.levels().size() > 0);
  }

  void print(CText text) {
    text.line("#ifdef %s_WITH_ENCODE", macro);
    text.line(
        """
        // Double precision in every step: without -ffast-math, and on x86 of 32 bits with -mfpmath=sse.
        #include <float.h>
        #include <math.h>
        #include <stdbool.h>
        #if DBL_MANT_DIG != 53 || (defined(FLT_EVAL_METHOD) && FLT_EVAL_METHOD == 2)
        #error "codes need IEEE 754 double precision"
        #endif
        """);
    constants("scales", inputs.stream().map(i -> Double.toHexString(i.scale())).toList(), text);
    constants("offsets", inputs.stream().map(i -> Double.toHexString(i.offset())).toList(), text);
    text.comment("0 half_even, 1 floor, 2 ceil, 3 up, 4 down, 5 half_up, 6 half_down, 7 bipolar.");
    text.vector(
        CType.INT8,
        top + "_input_roundings",
        LongVector.of(inputs.stream().mapToLong(EncoderCode::rounding).toArray()));
    if (thermometers) {
      new ThermometerCode(top, macro, codeType, inputs).levels(text);
    }
    text.line(functions());
    text.line("#endif\n");
  }

  private void constants(String name, List<String> literals, CText text) {
    text.constants("double ", top + "_input_" + name, literals);
  }

  private static int rounding(InputFeature feature) {
    return feature.encoding() == Encoding.BIPOLAR ? BIPOLAR : number(feature.rounding());
  }

  private static int number(Rounding rounding) {
    return switch (rounding) {
      case HALF_EVEN -> 0;
      case FLOOR -> 1;
      case CEIL -> 2;
      case UP -> 3;
      case DOWN -> 4;
      case HALF_UP -> 5;
      case HALF_DOWN -> 6;
    };
  }

  private String functions() {
    return String.format(
        Locale.ROOT,
        """

        static inline double %1$s_round(double y, int rounding) {
          double size = fabs(y);
          double whole = floor(size);
          double rest = size - whole;
          bool up = false;
          switch (rounding) {
            case 0: up = rest > 0.5 || (rest == 0.5 && fmod(whole, 2.0) != 0.0); break;
            case 1: up = rest > 0.0 && y < 0.0; break;
            case 2: up = rest > 0.0 && y > 0.0; break;
            case 3: up = rest > 0.0; break;
            case 5: up = rest >= 0.5; break;
            case 6: up = rest > 0.5; break;
            default: break;
          }
          whole = up ? whole + 1.0 : whole;
          return y < 0.0 ? -whole : whole;
        }

        // The codes of x[%2$s_FEATURES]. Infinities saturate. A value that is not a number has no
        // code: it gets the lowest, and the result is false.
        static inline bool %1$s_encode(const double *x, %3$s *codes) {
          bool numbers = true;
        %5$s  for (int i = 0; i < %2$s_FEATURES; i++) {
            double y = (x[i] - %1$s_input_offsets[i]) / %1$s_input_scales[i];
            int rounding = %1$s_input_roundings[i];
            double code = rounding == %4$d ? (y >= 0.0 ? 1.0 : -1.0) : %1$s_round(y, rounding);
            if (x[i] != x[i]) {
              numbers = false;
              codes[i] = %1$s_code_min[i];
        %6$s    } else if (code <= (double)%1$s_code_min[i]) {
              codes[i] = %1$s_code_min[i];
            } else if (code >= (double)%1$s_code_max[i]) {
              codes[i] = %1$s_code_max[i];
            } else {
              codes[i] = (%3$s)code;
            }
        %7$s  }
          return numbers;
        }""",
        top,
        macro,
        codeType.text(),
        BIPOLAR,
        ofThermometers("  int level = 0;\n"),
        ofThermometers(
            """
                } else if (%1$s_level_counts[i] > 0) {
                  codes[i] = 0;
                  for (int j = 0; j < %1$s_level_counts[i]; j++) {
                    codes[i] += code >= %1$s_levels[level + j] ? 1 : 0;
                  }
            """
                .formatted(top)),
        ofThermometers("    level += %s_level_counts[i];\n".formatted(top)));
  }

  private String ofThermometers(String statements) {
    return thermometers ? statements : "";
  }
}
