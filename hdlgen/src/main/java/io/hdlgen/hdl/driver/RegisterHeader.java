package io.hdlgen.hdl.driver;

import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The registers of a design as a header in C99: offsets, bits, and functions that run an inference.
 * A program may include it beside the header of the network: no name means two things.
 */
public final class RegisterHeader {
  private final Signature signature;
  private final RegisterMap map;
  private final String top;
  private final String prefix;
  private final StringBuilder text = new StringBuilder();

  private RegisterHeader(Signature signature) {
    this.signature = signature;
    this.map = signature.registers().orElseThrow();
    this.top = signature.top();
    this.prefix = top.toUpperCase(Locale.ROOT) + "_";
  }

  /** Name of the file. */
  public static String name(Signature signature) {
    return signature.top() + "_registers.h";
  }

  /**
   * Text of the file.
   *
   * @param signature of a design that has registers
   * @param comment lines at the top
   */
  public static String of(Signature signature, List<String> comment) {
    return new RegisterHeader(signature).write(comment);
  }

  private String write(List<String> comment) {
    line("/*");
    comment.forEach(remark -> line((" * " + remark.replace("*/", "* /")).stripTrailing()));
    line(" */");
    line("#ifndef %sREGISTERS_H", prefix);
    line("#define %sREGISTERS_H", prefix);
    line("");
    line("#include <stdint.h>");
    line("");
    line("/* Offsets in bytes. */");
    for (Register register : map.registers()) {
      if (register.field().isEmpty() || register.offset() == RegisterMap.CLASS) {
        define(register.name(), "0x%02xu".formatted(register.offset()));
      }
    }
    if (scores() > 0) {
      int bytes = 4 * map.scoreWords();
      define(
          "SCORE(k)",
          String.format(Locale.ROOT, "(0x%02xu + %du * (uint32_t)(k))", RegisterMap.SCORES, bytes));
    }
    define("FEATURE(i)", "(0x%02xu + 4u * (uint32_t)(i))".formatted(map.firstFeature()));
    line("");
    define("FEATURES", Integer.toString(signature.inputs().size()));
    define("READABLE_SCORES", Integer.toString(scores()));
    define("ID_VALUE", "0x%08xu".formatted(RegisterMap.ID_VALUE));
    define("VERSION_VALUE", RegisterMap.VERSION_VALUE + "u");
    bit("CONTROL_START", RegisterMap.START_BIT);
    bit("CONTROL_IRQ_ENABLE", RegisterMap.IRQ_ENABLE_BIT);
    bit("STATUS_READY", RegisterMap.READY_BIT);
    bit("STATUS_DONE", RegisterMap.DONE_BIT);
    bit("STATUS_ERROR", RegisterMap.ERROR_BIT);
    line("");
    access();
    features();
    start();
    if (scores() > 0) {
      score();
    }
    infer();
    line("#endif");
    return text.toString();
  }

  private int scores() {
    return (int)
        signature.outputs().stream().filter(field -> field.name().startsWith("score_")).count();
  }

  private void access() {
    line("static inline uint32_t %s_read(volatile uint32_t *base, uint32_t offset)", top);
    line("{");
    line("    return base[offset / 4u];");
    line("}");
    line("");
    line(
        "static inline void %s_write(volatile uint32_t *base, uint32_t offset, uint32_t word)",
        top);
    line("{");
    line("    base[offset / 4u] = word;");
    line("}");
    line("");
  }

  private void features() {
    List<Integer> bipolar = new ArrayList<>();
    for (int i = 0; i < signature.inputs().size(); i++) {
      Field field = signature.inputs().get(i);
      if (field.encoding() == Encoding.BIPOLAR) {
        bipolar.add(i);
      }
    }
    line("/* The word of a code: -1 and +1 of a bipolar feature are 0 and 1. */");
    line("static inline uint32_t %s_word(int feature, int32_t code)", top);
    line("{");
    if (bipolar.isEmpty()) {
      line("    (void)feature;");
      line("    return (uint32_t)code;");
    } else if (bipolar.size() == signature.inputs().size()) {
      line("    (void)feature;");
      line("    return code > 0 ? 1u : 0u;");
    } else {
      line("    switch (feature) {");
      bipolar.forEach(feature -> line("    case %d:", feature));
      line("        return code > 0 ? 1u : 0u;");
      line("    default:");
      line("        return (uint32_t)code;");
      line("    }");
    }
    line("}");
    line("");
    line("/* Writes the codes of all features, also while an inference runs. */");
    line("static inline void %s_features(volatile uint32_t *base, const int32_t *codes)", top);
    line("{");
    line("    int i;");
    line("    for (i = 0; i < %sFEATURES; i++) {", prefix);
    line("        %s_write(base, %sFEATURE(i), %s_word(i, codes[i]));", top, prefix, top);
    line("    }");
    line("}");
    line("");
  }

  private void start() {
    line("/* Starts an inference, which must not be running; interrupt: whether irq_o rises. */");
    line("static inline void %s_start(volatile uint32_t *base, int interrupt)", top);
    line("{");
    line("    uint32_t enable = interrupt ? %sCONTROL_IRQ_ENABLE : 0u;", prefix);
    line("    %s_write(base, %sCONTROL, %sCONTROL_START | enable);", top, prefix, prefix);
    line("}");
    line("");
    line("static inline int %s_done(volatile uint32_t *base)", top);
    line("{");
    line("    return (%s_read(base, %sSTATUS) & %sSTATUS_DONE) != 0u;", top, prefix, prefix);
    line("}");
    line("");
    line("/* Clears done, and with it irq_o. */");
    line("static inline void %s_clear(volatile uint32_t *base)", top);
    line("{");
    line("    %s_write(base, %sSTATUS, %sSTATUS_DONE);", top, prefix, prefix);
    line("}");
    line("");
  }

  private void score() {
    line("/* Score k of the last inference. */");
    line("static inline int64_t %s_score(volatile uint32_t *base, int k)", top);
    line("{");
    line("    uint32_t low = %s_read(base, %sSCORE(k));", top, prefix);
    if (map.scoreWords() == 1) {
      line("    return (int32_t)low;");
    } else {
      line("    uint32_t high = %s_read(base, %sSCORE(k) + 4u);", top, prefix);
      line("    return (int64_t)((uint64_t)high << 32 | low);");
    }
    line("}");
    line("");
  }

  private void infer() {
    boolean hasClass = scores() < signature.outputs().size();
    line("/* Runs an inference and waits for it; gives %s. */", hasClass ? "the class" : "0");
    line("static inline int %s_infer(volatile uint32_t *base, const int32_t *codes)", top);
    line("{");
    line("    %s_features(base, codes);", top);
    line("    %s_start(base, 0);", top);
    line("    while (!%s_done(base)) {", top);
    line("    }");
    line(hasClass ? "    return (int)%s_read(base, %sCLASS);" : "    return 0;", top, prefix);
    line("}");
    line("");
  }

  private void define(String name, String value) {
    line("#define %s%s %s", prefix, name, value);
  }

  private void bit(String name, int place) {
    define(name, String.format(Locale.ROOT, "(1u << %d)", place));
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    text.append('\n');
  }
}
