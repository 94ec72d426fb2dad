package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An input feature and what its codes stand for in the first layer.
 *
 * @param note if the feature does not give the graph's code at every {@code float} input, where not
 */
record EncodedInput(InputFeature feature, Grid grid, Optional<String> note) {
  private static final String UNEVEN =
      "The thresholds of the network's input are evenly spaced only up to their rounding: an"
          + " input that equals one of them may get the code below";
  private static final String ODD_ZERO_POINT =
      "The zero point of the network's input is odd: an input halfway between two codes gets the"
          + " even one, where QuantizeLinear takes the odd one";

  /**
   * The feature that does to a real input what the chain's first quantizer does.
   *
   * @param format serves if the chain has no quantizer
   * @param where the layer that reads the input, for messages
   */
  static EncodedInput of(String name, Chain chain, InputFormat format, String where) {
    ZeroPointFirst reordered =
        ZeroPointFirst.of(
            withoutSingleThreshold(chain.quantizes() ? chain : quantized(format, chain)));
    Chain whole = reordered.chain();
    int at = whole.firstQuantizer();
    Quantized value = GridFollower.follow(whole, at, false, where);
    InverseAffine inverse = InverseAffine.of(whole.part(0, at), where);
    double low = value.lowest();
    double high = value.highest();
    Step quantizer = whole.steps().get(at);
    boolean bipolar = quantizer instanceof Step.Bipolar;
    if (bipolar && low == -1 && high == 1 && value.code().steps().size() == at + 1) {
      return new EncodedInput(
          InputFeature.filling(
              name, 1, Encoding.BIPOLAR, inverse.scale(), inverse.offset(), Rounding.HALF_EVEN),
          value.grid(),
          Optional.empty());
    }
    if (bipolar && low != high) {
      throw new InvalidInputException(
          where, "a clip behind a bipolar quantizer of the input", "the quantizer alone");
    }
    if (!(Math.abs(low) < 1L << 32 && Math.abs(high) < 1L << 32)) {
      throw new InvalidInputException(
          where, "an input quantizer without bounds, or of more than 32 bits", "at most 32 bits");
    }
    Interval range = new Interval((long) low, (long) high);
    if (range.width() > InputFeature.MAX_BITS) {
      throw new InvalidInputException(
          where, "an input quantizer of " + range.width() + " bits", "at most 32 bits");
    }
    Rounded rounded =
        quantizer instanceof Step.Count count
            ? uniform(count, inverse, where)
            : new Rounded(
                inverse,
                ((quantizer instanceof Step.Round r) ? r.rounding() : Rounding.FLOOR),
                true);
    return new EncodedInput(
        new InputFeature(
            name,
            range.width(),
            range.min() < 0 ? Encoding.SIGNED : Encoding.UNSIGNED,
            range.min(),
            range.max(),
            rounded.inverse.scale(),
            rounded.inverse.offset(),
            rounded.rounding),
        value.grid(),
        note(rounded, reordered));
  }

  private static Optional<String> note(Rounded rounded, ZeroPointFirst reordered) {
    if (!rounded.exact) {
      return Optional.of(UNEVEN);
    }
    return reordered.exact() ? Optional.empty() : Optional.of(ODD_ZERO_POINT);
  }

  private record Rounded(InverseAffine inverse, Rounding rounding, boolean exact) {}

  private static Chain quantized(InputFormat format, Chain chain) {
    return new Chain(
            List.of(
                new Step.Divide(format.scale()),
                new Step.Clip(format.lowest(), format.highest()),
                new Step.Round(Rounding.HALF_EVEN),
                new Step.Multiply(format.scale())))
        .then(chain);
  }

  /** One threshold is a sign, which a bipolar feature tells exactly. */
  private static Chain withoutSingleThreshold(Chain chain) {
    int at = chain.firstQuantizer();
    if (!(chain.steps().get(at) instanceof Step.Count count) || count.thresholds().size() != 1) {
      return chain;
    }
    List<Step> steps = new ArrayList<>(chain.steps().subList(0, at));
    steps.add(new Step.Add(-count.thresholds().get(0)));
    steps.add(new Step.Bipolar());
    steps.add(new Step.Add(1));
    steps.add(new Step.Divide(2));
    steps.addAll(chain.steps().subList(at + 1, chain.steps().size()));
    return new Chain(steps);
  }

  /** Equally spaced thresholds as rounding down. */
  private static Rounded uniform(Step.Count count, InverseAffine inverse, String where) {
    EvenSpacing spacing =
        EvenSpacing.of(count.thresholds())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        where,
                        "a MultiThreshold of the network's input with unequal steps",
                        "equally spaced thresholds, or a Quant"));
    return new Rounded(
        new InverseAffine(inverse.scale() * spacing.step(), inverse.at(spacing.origin())),
        Rounding.FLOOR,
        spacing.exact());
  }
}
