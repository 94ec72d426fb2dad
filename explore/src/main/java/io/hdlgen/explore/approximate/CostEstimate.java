package io.hdlgen.explore.approximate;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.estimate.GateCount;
import io.hdlgen.hdl.estimate.PrintedEstimate;
import io.hdlgen.hdl.estimate.PrintedEstimator;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells what the circuit of a network is likely to take, before any tool has run. */
final class CostEstimate {
  private final Target target;
  private final PrintedEstimator estimator;

  /** For a printed target. */
  CostEstimate(Target target) {
    this.target = target;
    this.estimator = Estimators.printed(target.name());
  }

  /** Cells and converters; the longest path is not estimated, and 0. */
  PrintedCost cost(IntegerNetwork network) {
    HardwareDesign design = design(network, target);
    GateCount gates = PrintedEstimator.counts(design.netlist());
    PrintedEstimate estimate = estimator.estimate(gates);
    Parts parts = converters(design, gates);
    Optional<FrontEnd> frontEnd = target.printed().orElseThrow().frontEnd();
    return new PrintedCost(
        (int) estimate.gates(),
        estimate.areaCm2(),
        estimate.staticPowerMw(),
        (int) parts.comparators(),
        frontEnd.map(known -> known.areaCm2(parts)).orElse(0.0),
        frontEnd.map(known -> known.powerMw(parts)).orElse(0.0),
        0);
  }

  private static Parts converters(HardwareDesign design, GateCount gates) {
    Parts parts = Parts.NONE;
    for (Field field : design.signature().inputs()) {
      parts =
          parts.plus(
              FrontEnd.of(
                  field.width(),
                  gates.read().get(field.port()).longValueExact(),
                  field.encoding() == Encoding.THERMOMETER));
    }
    return parts;
  }

  /** The circuit of a network, without a clock. */
  static HardwareDesign design(IntegerNetwork network, Target target) {
    return HardwareCompiler.compile(
        network,
        new HardwareOptions(
            "classifier",
            Architecture.COMBINATIONAL,
            Outputs.CLASS,
            target.clockMhz(),
            OptionalInt.empty(),
            target.costModel(),
            List.of()));
  }
}
