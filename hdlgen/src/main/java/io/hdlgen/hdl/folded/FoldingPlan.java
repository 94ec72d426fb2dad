package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.folding.FoldingSearch;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.hdl.folding.LayerDelay;
import io.hdlgen.hdl.folding.LayerFormat;
import io.hdlgen.hdl.folding.LutEstimate;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the foldings that a wish asks for. */
public final class FoldingPlan implements FoldingWish.Visitor<FoldedShape> {
  private final FoldedOptions options;
  private final List<Integer> sizes;
  private final List<Codes> codes = new ArrayList<>();
  private final List<LayerFormat> formats = new ArrayList<>();
  private final Map<List<Object>, Integer> delays = new HashMap<>();

  private FoldingPlan(FoldedOptions options) {
    this.options = options;
    this.sizes = options.sizes();
    Codes current = LayerPlan.features(options.network());
    for (int l = 0; l < options.network().layers().size(); l++) {
      codes.add(current);
      LayerPlan plan = plan(l, layer(l, new Folding(1, 1)), current);
      formats.add(
          plan.format(options.network().layers().get(l).activation(), options.multiplication()));
      current = plan.codes(sizes.get(l + 1));
    }
  }

  /**
   * The foldings.
   *
   * @throws InvalidInputException if there are none like that; says which there are
   */
  public static FoldedShape choose(FoldedOptions options, FoldingWish wish) {
    return wish.accept(new FoldingPlan(options));
  }

  /** Estimates of the look-up tables of foldings. */
  public static LutEstimate estimate(FoldedOptions options) {
    return new LutEstimate(new FoldingPlan(options).formats);
  }

  private FoldedLayer layer(int l, Folding folding) {
    return new FoldedLayer(sizes.get(l), sizes.get(l + 1), folding);
  }

  private LayerPlan plan(int l, FoldedLayer shape, Codes inputs) {
    return LayerPlan.of(options.network(), l, shape, inputs, options.declaration());
  }

  private FoldingSearch search() {
    return new FoldingSearch(sizes, new LutEstimate(formats));
  }

  /** Cycles from a slot's issue to the write of its result. */
  private int delay(int l, FoldedLayer shape) {
    return delays.computeIfAbsent(
        List.of(l, shape.folding()),
        key -> {
          LayerPlan plan = plan(l, shape, codes.get(l));
          boolean last = l == formats.size() - 1;
          return LayerHardware.of(options, l, plan).delay()
              + (last ? new DecisionModule(options, shape, plan.output()).cycles() : 0);
        });
  }

  @Override
  public FoldedShape visit(FoldingWish.ByHand wish) {
    List<Folding> foldings = new ArrayList<>();
    for (int l = 0; l < formats.size(); l++) {
      foldings.add(wish.foldings().getOrDefault(l, new Folding(1, 1)));
    }
    for (int l : wish.foldings().keySet()) {
      if (l < 0 || l >= formats.size()) {
        throw new InvalidInputException(
            "--fold", "layer " + l, "a layer from 0 to " + (formats.size() - 1));
      }
    }
    return FoldedShape.of(sizes, foldings);
  }

  @Override
  public FoldedShape visit(FoldingWish.Rate wish) {
    return search().forRate(wish.perSecond(), options.clockMhz()).shape();
  }

  @Override
  public FoldedShape visit(FoldingWish.Latency wish) {
    long cycles = (long) Math.floor(wish.microseconds() * options.clockMhz());
    LayerDelay delay = this::delay;
    return search().withinLatency(cycles, delay).shape();
  }

  @Override
  public FoldedShape visit(FoldingWish.Luts wish) {
    return search().withinLuts(wish.most()).shape();
  }
}
