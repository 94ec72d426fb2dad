package io.hdlgen.cli;

import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How much hardware of a folded design works in parallel. */
final class FoldingOptions {
  static final String FOLD = "--fold";
  static final String RATE = "--target-fps";
  static final String LATENCY = "--max-latency-us";
  static final String LUTS = "--max-luts";
  static final String DSP = "--dsp";

  private static final Pattern PAIR =
      Pattern.compile("([0-9]{1,8})=([1-9][0-9]{0,8}),([1-9][0-9]{0,8})");

  @Option(
      names = FOLD,
      paramLabel = "LAYER=PE,SIMD",
      description =
          "Folded: neurons and inputs that a layer computes at a time; once a layer, counted from"
              + " 0 (default: 1,1).")
  private List<String> foldings = List.of();

  @Option(
      names = RATE,
      paramLabel = "N",
      description =
          "Folded: the smallest design of N inferences a second at the clock (default: 100000).")
  private Double perSecond;

  @Option(
      names = LATENCY,
      paramLabel = "F",
      description = "Folded: the smallest design that takes at most F us from the first beat on.")
  private Double microseconds;

  @Option(
      names = LUTS,
      paramLabel = "N",
      description = "Folded: the fastest design of about N look-up tables.")
  private Long luts;

  @Option(
      names = DSP,
      paramLabel = "WHEN",
      description =
          "Folded: multiply in DSP blocks: auto (numbers of more than 3 bits), yes or no (default:"
              + " auto).")
  private Multiplication multiplication = Multiplication.AUTO;

  @Option(
      names = "--loadable",
      description =
          "Folded: weights and thresholds in memories that other networks of the same shape can be"
              + " loaded into, while it runs.")
  private boolean loadable;

  boolean loadable() {
    return loadable;
  }

  Multiplication multiplication() {
    return multiplication;
  }

  /** What is wished; empty if nothing is said. */
  Optional<FoldingWish> wish(OptionRules rules) {
    String expected = "one of them";
    String[] names = {FOLD, RATE, LATENCY, LUTS};
    for (int i = 0; i < names.length; i++) {
      for (int k = i + 1; k < names.length; k++) {
        rules.exclude(names[i], names[k], expected);
      }
    }
    if (!foldings.isEmpty()) {
      Map<Integer, Folding> pairs = new TreeMap<>();
      foldings.forEach(text -> add(text, pairs));
      return Optional.of(new FoldingWish.ByHand(pairs));
    }
    if (perSecond != null) {
      return Optional.of(new FoldingWish.Rate(positive(RATE, perSecond)));
    }
    if (microseconds != null) {
      return Optional.of(new FoldingWish.Latency(positive(LATENCY, microseconds)));
    }
    if (luts != null) {
      return Optional.of(new FoldingWish.Luts((long) positive(LUTS, luts)));
    }
    return Optional.empty();
  }

  private static void add(String text, Map<Integer, Folding> pairs) {
    Matcher matcher = PAIR.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          FOLD, text, "LAYER=PE,SIMD, such as 0=8,16, PE and SIMD from 1 on");
    }
    int layer = Integer.parseInt(matcher.group(1));
    Folding folding =
        new Folding(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    if (pairs.put(layer, folding) != null) {
      throw new InvalidInputException(FOLD, "layer " + layer + " twice", "each layer once");
    }
  }

  private static double positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InvalidInputException(name, "" + value, "a number above 0");
    }
    return value;
  }
}
