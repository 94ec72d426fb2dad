package io.hdlgen.flow;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.FoldedOptions;
import io.hdlgen.hdl.folded.FoldingPlan;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The architecture of a design, and how it is folded.
 *
 * @param foldings one a layer of a folded design; else empty
 */
record ArchitecturePlan(Architecture architecture, List<Folding> foldings) {
  /** What a folded design is to be like if nobody says. */
  private static final FoldingWish USUAL = new FoldingWish.Rate(100_000);

  /** Look-up tables that an unrolled design may take if nobody says. */
  private static final long USUAL_LUTS = 50_000;

  /** Weights from which on nobody would want a network unrolled. */
  private static final long MOST_WEIGHTS = 100_000;

  /** Shared and sparse as they may be, more weights do not fit into one look-up table. */
  private static final long MOST_WEIGHTS_A_LUT = 4;

  static ArchitecturePlan of(
      EmitRequest.Hardware hardware,
      IntegerNetwork network,
      String top,
      Outputs outputs,
      CostModel costs,
      double clockMhz) {
    FoldedOptions options =
        new FoldedOptions(
            network,
            top,
            outputs,
            hardware.multiplication(),
            costs,
            clockMhz,
            hardware.loadable() ? Optional.of(Declaration.of(network)) : Optional.empty());
    return switch (hardware.architecture()) {
      case COMBINATIONAL -> new ArchitecturePlan(Architecture.COMBINATIONAL, List.of());
      case UNROLLED -> new ArchitecturePlan(Architecture.UNROLLED, List.of());
      case FOLDED -> folded(options, hardware.folding().orElse(USUAL));
      case AUTO -> auto(options, hardware.folding());
    };
  }

  private static ArchitecturePlan folded(FoldedOptions options, FoldingWish wish) {
    FoldedShape shape = FoldingPlan.choose(options, wish);
    return new ArchitecturePlan(
        Architecture.FOLDED, shape.layers().stream().map(layer -> layer.folding()).toList());
  }

  private static ArchitecturePlan auto(FoldedOptions options, Optional<FoldingWish> wish) {
    // A wish for speed is one for the smallest design of that speed.
    if (wish.isPresent() && !(wish.get() instanceof FoldingWish.Luts)) {
      return folded(options, wish.get());
    }
    long luts = wish.map(within -> ((FoldingWish.Luts) within).most()).orElse(USUAL_LUTS);
    long weights = weights(options.network());
    return weights <= MOST_WEIGHTS
            && weights <= MOST_WEIGHTS_A_LUT * luts
            && unrolledLuts(options) <= luts
        ? new ArchitecturePlan(Architecture.UNROLLED, List.of())
        : folded(options, new FoldingWish.Luts(luts));
  }

  private static long weights(IntegerNetwork network) {
    long weights = 0;
    for (DenseLayer layer : network.layers()) {
      weights += (long) layer.inputs() * layer.outputs();
    }
    return weights;
  }

  private static long unrolledLuts(FoldedOptions options) {
    return HardwareCompiler.compile(
            options.network(),
            new HardwareOptions(
                options.top(),
                Architecture.UNROLLED,
                options.outputs(),
                options.clockMhz(),
                OptionalInt.empty(),
                options.costs(),
                List.of()))
        .metrics()
        .total()
        .estimatedLuts();
  }
}
