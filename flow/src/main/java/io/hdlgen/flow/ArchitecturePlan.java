package io.hdlgen.flow;

import io.hdlgen.boards.Target;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.folded.Foldable;
import io.hdlgen.hdl.folded.FoldedOptions;
import io.hdlgen.hdl.folded.FoldingPlan;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;
import java.util.Map;
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

  /** Foldings that are tried for a device. */
  private static final int TRIALS = 8;

  /** Smaller foldings than this share of a device are not told apart. */
  private static final double LEAST_SHARE = 32;

  static ArchitecturePlan of(
      EmitRequest.Hardware hardware,
      IntegerNetwork network,
      String top,
      Outputs outputs,
      Target target,
      double clockMhz) {
    FoldedOptions options =
        new FoldedOptions(
            network,
            top,
            outputs,
            hardware.multiplication(),
            target.costModel(),
            clockMhz,
            hardware.loadable() ? Optional.of(Declaration.of(network)) : Optional.empty());
    return switch (hardware.architecture()) {
      case COMBINATIONAL -> new ArchitecturePlan(Architecture.COMBINATIONAL, List.of());
      case UNROLLED -> new ArchitecturePlan(Architecture.UNROLLED, List.of());
      case FOLDED -> folded(options, hardware.folding().orElse(USUAL));
      case AUTO -> auto(options, hardware.folding(), DeviceRoom.of(target));
    };
  }

  private static ArchitecturePlan folded(FoldedOptions options, FoldingWish wish) {
    Foldable.require(options.network());
    FoldedShape shape = FoldingPlan.choose(options, wish);
    return new ArchitecturePlan(
        Architecture.FOLDED, shape.layers().stream().map(layer -> layer.folding()).toList());
  }

  private static ArchitecturePlan auto(
      FoldedOptions options, Optional<FoldingWish> wish, Optional<DeviceRoom> room) {
    // A wish for speed is one for the smallest design of that speed.
    if (wish.isPresent() && !(wish.get() instanceof FoldingWish.Luts)) {
      return folded(options, wish.get());
    }
    if (wish.isEmpty() && !Foldable.is(options.network())) {
      return new ArchitecturePlan(Architecture.UNROLLED, List.of());
    }
    long most = room.map(DeviceRoom::luts).orElse(USUAL_LUTS);
    long luts = wish.map(within -> ((FoldingWish.Luts) within).most()).orElse(most);
    long weights = weights(options.network());
    if (weights <= MOST_WEIGHTS && weights <= MOST_WEIGHTS_A_LUT * luts) {
      HardwareDesign unrolled = compile(options, Architecture.UNROLLED, List.of());
      long found =
          room.map(device -> device.luts(unrolled.netlist()))
              .orElse(unrolled.metrics().total().estimatedLuts());
      boolean fits = room.map(device -> device.fraction(unrolled.netlist()) <= 1).orElse(true);
      if (found <= luts && fits) {
        return new ArchitecturePlan(Architecture.UNROLLED, List.of());
      }
    }
    return wish.isEmpty() && room.isPresent()
        ? within(options, room.get())
        : folded(options, new FoldingWish.Luts(luts));
  }

  /**
   * The fastest folding that the estimate of its netlist lets into a device, or the smallest. The
   * search goes by a formula that is not the device's, so what it is asked for is tried out.
   */
  private static ArchitecturePlan within(FoldedOptions options, DeviceRoom room) {
    Optional<ArchitecturePlan> best = Optional.empty();
    double high = room.luts();
    double low = high / LEAST_SHARE;
    for (int trial = 0; trial < TRIALS; trial++) {
      double luts = trial == 0 ? high : Math.sqrt(low * high);
      Optional<ArchitecturePlan> plan = withinLuts(options, (long) luts);
      boolean fits = plan.isPresent() && room.fraction(netlist(options, plan.get())) <= 1;
      if (fits) {
        best = plan;
      }
      if (fits || plan.isEmpty()) {
        low = luts;
      } else {
        high = luts;
      }
    }
    return best.orElseGet(() -> folded(options, new FoldingWish.ByHand(Map.of())));
  }

  private static Optional<ArchitecturePlan> withinLuts(FoldedOptions options, long luts) {
    try {
      return Optional.of(folded(options, new FoldingWish.Luts(luts)));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static Netlist netlist(FoldedOptions options, ArchitecturePlan plan) {
    return compile(options, Architecture.FOLDED, plan.foldings()).netlist();
  }

  private static long weights(IntegerNetwork network) {
    long weights = 0;
    for (DenseLayer layer : network.layers()) {
      weights += (long) layer.inputs() * layer.outputs();
    }
    return weights;
  }

  private static HardwareDesign compile(
      FoldedOptions options, Architecture architecture, List<Folding> foldings) {
    HardwareOptions hardware =
        new HardwareOptions(
            options.top(),
            architecture,
            options.outputs(),
            options.clockMhz(),
            OptionalInt.empty(),
            foldings,
            options.multiplication(),
            options.costs(),
            List.of(),
            Bus.STREAM);
    return HardwareCompiler.compile(
        options.network(), options.declaration().map(hardware::withLoadable).orElse(hardware));
  }
}
