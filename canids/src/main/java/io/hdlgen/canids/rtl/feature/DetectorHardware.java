package io.hdlgen.canids.rtl.feature;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The hardware of a detector around the hardware of its network. */
public final class DetectorHardware {
  /**
   * Cycles from the end of the data to the core's first beat, and from its result to the verdict.
   */
  private static final int AROUND_THE_CORE = 3;

  private DetectorHardware() {}

  /** Of a frame without data, bits from its first to the end of its data. */
  private static final int SHORTEST_HEAD = 19;

  /**
   * Bits from the data to the next frame at least: the sixth dominant one of an error flag whose
   * first five were the last of the data, its delimiter, and two of intermission, as a frame may
   * begin with the third.
   */
  private static final int SHORTEST_TAIL = 11;

  /** Bits from the data to the end of frame: CRC and its delimiter, acknowledgement and its own. */
  private static final int CHECK_BITS = 18;

  /** By how much a receiver of few clocks a bit is behind the wire, clocks that differ included. */
  private static final int RECEIVER_CYCLES = 5;

  /** Cycles from {@code data_end_i} to the first that sees the verdict, at an empty stream. */
  public static int latencyCycles(Signature core) {
    return core.latencyCycles() + AROUND_THE_CORE;
  }

  /**
   * Fewest cycles between the ends of the data of two frames on a bus: the first breaks off right
   * behind its data, the second has none, and no bits are stuffed. The clock of its sender may be
   * faster.
   */
  public static int leastInterval(int clocksPerBit) {
    return (SHORTEST_HEAD + SHORTEST_TAIL) * clocksPerBit - RECEIVER_CYCLES;
  }

  /**
   * Fewest cycles from the end of the data to the field that ends the frame on the wire, which a
   * receiver hears of late.
   */
  public static int cyclesToEndOfFrame(int clocksPerBit) {
    return CHECK_BITS * clocksPerBit - RECEIVER_CYCLES;
  }

  /** Most cycles of a core whose verdict stands before the field that ends the frame. */
  public static int mostCoreCycles(int clocksPerBit) {
    return cyclesToEndOfFrame(clocksPerBit) - AROUND_THE_CORE;
  }

  /** Cycles from one end of data to the next that no verdict is missed with. */
  public static int busyCycles(Signature core) {
    return latencyCycles(core);
  }

  /**
   * The detector's netlist, the modules of the core among it.
   *
   * @param top name of the top module; not that of the core
   * @param network what the core computes
   * @param design of the core
   * @param attacks classes that raise an alert
   * @throws InvalidInputException if the network does not take these features, gives no class, or
   *     the core is not between streams
   */
  public static Netlist of(
      String top,
      FeatureSpec spec,
      IntegerNetwork network,
      Netlist design,
      Signature signature,
      Set<Integer> attacks) {
    check(spec, network);
    if (signature.architecture() == Architecture.COMBINATIONAL || signature.bus() != Bus.STREAM) {
      throw new InvalidInputException(
          signature.top(), "a core that is not between streams", "--arch folded or unrolled");
    }
    List<HdlModule> modules = new ArrayList<>(design.modules());
    HdlModule features = FeatureModule.of(spec, top + "_features");
    modules.add(features);
    modules.add(DetectorModule.of(top, spec, signature, attacks, features, design.top()));
    Netlist netlist = PassOrder.run(PassOrder.DESIGN, new Netlist(modules));
    NetlistVerifier.verify(netlist);
    return netlist;
  }

  private static void check(FeatureSpec spec, IntegerNetwork network) {
    List<InputFeature> inputs = network.inputs();
    if (inputs.size() != spec.features()) {
      throw new InvalidInputException(
          network.name(), inputs.size() + " inputs", spec.features() + ", as the features are");
    }
    for (int i = 0; i < inputs.size(); i++) {
      InputFeature input = inputs.get(i);
      if (input.encoding() != Encoding.UNSIGNED
          || input.bits() != spec.bits(i)
          || input.max() < (1L << spec.bits(i)) - 1) {
        throw new InvalidInputException(
            network.name() + ": input " + input.name(),
            "codes " + input.range(),
            "all of " + spec.bits(i) + " bits, unsigned, for " + spec.names().get(i));
      }
    }
    if (network.classes() < 2 || network.classes() > 1 << EventBeat.VERDICT_BITS) {
      throw new InvalidInputException(
          network.name(), network.classes() + " classes", "2 to 256 of them");
    }
  }
}
