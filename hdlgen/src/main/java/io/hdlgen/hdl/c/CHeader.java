package io.hdlgen.hdl.c;

import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Prints an integer network as a C header that computes the same scores and class, bit by bit.
 *
 * <p>The header is C99 and C++17: constants and {@code static inline} functions, integers alone, no
 * allocation, no state. Semantics: {@code docs/semantics.md}; what is in it: {@code
 * docs/formats/design.md}.
 */
public final class CHeader {
  private static final Interval INT32 = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private final String top;
  private final String macro;
  private final IntegerNetwork network;
  private final NetworkRanges ranges;
  private final CType codeType;
  private final CText text = new CText();

  private CHeader(String top, IntegerNetwork network) {
    this.top = top;
    this.macro = top.toUpperCase(Locale.ROOT);
    this.network = network;
    this.ranges = NetworkRanges.of(network);
    this.codeType =
        CType.from(CType.INT32, ranges.inputs().stream().reduce(INT32, Interval::union));
  }

  /**
   * The text of {@code <top>.h}.
   *
   * @param top an identifier of Verilog, the beginning of all names
   * @param header lines of comment at the top of the file
   * @throws ArithmeticException if a sum may leave the range of 64 bits
   */
  public static String of(String top, IntegerNetwork network, List<String> header) {
    return new CHeader(top, network).print(header);
  }

  private String print(List<String> header) {
    header.forEach(text::comment);
    text.line(
        """

        #ifndef %1$s_H
        #define %1$s_H

        #include <stdint.h>

        #define %1$s_FEATURES %2$d
        #define %1$s_SCORES %3$d
        #define %1$s_CLASSES %4$d
        """,
        macro, network.inputs().size(), network.scores(), network.classes());
    inputs();
    ThermometerCode thermometers = new ThermometerCode(top, macro, codeType, network.inputs());
    if (network.hasThermometers()) {
      thermometers.print(text);
    }
    layers();
    new DecisionCode(top, macro, codeType, network, ranges).print(text);
    new EncoderCode(top, macro, codeType, network.inputs()).print(text);
    text.line("#endif");
    return text.toString();
  }

  private void inputs() {
    List<InputFeature> inputs = network.inputs();
    text.comment("What the network takes, in this order: codes in a range; bipolar ones -1 or 1.");
    names("feature_names", inputs.stream().map(InputFeature::name).toList());
    bounds("code_min", inputs.stream().mapToLong(one -> one.range().min()).toArray());
    bounds("code_max", inputs.stream().mapToLong(one -> one.range().max()).toArray());
    if (network.classes() > 0) {
      text.line("");
      names("class_names", network.classNames());
    }
    text.line("");
  }

  private void names(String name, List<String> words) {
    List<String> literals = words.stream().map(CText::string).toList();
    text.constants("char *const ", top + "_" + name, literals);
  }

  private void bounds(String name, long[] codes) {
    List<String> literals = LongStream.of(codes).mapToObj(CType::literal).toList();
    text.constants(codeType.text() + " ", top + "_" + name, literals);
  }

  private void layers() {
    String inputType = codeType.text();
    List<Interval> inputs = ranges.inputs();
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      List<Interval> sums = ranges.accumulators().get(l);
      List<Interval> values = ranges.values().get(l);
      CType value = CType.holding(values);
      text.comment(
          String.format(
              Locale.ROOT,
              "Layer %d: inputs %d, neurons %d, sums %s, values %s.",
              l,
              layer.inputs(),
              layer.outputs(),
              union(sums),
              union(values)));
      new LayerCode(top + "_layer" + l, layer, inputs, sums, value).print(text, inputType);
      inputType = value.text();
      inputs = values;
    }
  }

  private static Interval union(List<Interval> intervals) {
    return intervals.stream().reduce(Interval::union).orElseThrow();
  }

  /** All values of a vector; of an empty one, 0. */
  static Interval range(LongVector values) {
    long min = values.size() == 0 ? 0 : values.get(0);
    long max = min;
    for (int i = 1; i < values.size(); i++) {
      min = Math.min(min, values.get(i));
      max = Math.max(max, values.get(i));
    }
    return new Interval(min, max);
  }
}
