package io.hdlgen.canids.rtl.bus;

import io.hdlgen.canids.rtl.feature.DetectorPorts;
import io.hdlgen.canids.rtl.receiver.CanReceiver;
import io.hdlgen.canids.rtl.receiver.ReceiverOptions;
import io.hdlgen.canids.rtl.receiver.ReceiverPorts;
import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.verify.NetlistVerifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole: a receiver that listens on the line of a bus, and a detector that judges its frames.
 *
 * <p>The receiver's outputs are the detector's inputs of the same name ({@code sof_o} and {@code
 * sof_i}), all in {@code clk_i} and with the synchronous {@code rst_i}. Out come the detector's
 * ports ({@link DetectorPorts}) and those of {@link BusPorts}. Nothing drives the line.
 */
public final class BusDetector {
  private static final String DETECTOR = "_detector";

  /** The receiver's outputs that go out, too. */
  private static final List<String> OWN = List.of(BusPorts.SOF, BusPorts.TIME);

  private BusDetector() {}

  /** Name of the detector's module inside of such a top. */
  public static String detectorName(String top) {
    return top + DETECTOR;
  }

  /**
   * The whole's netlist.
   *
   * @param top name of the top module
   * @param detector the detector's netlist, its top called {@link #detectorName}
   */
  public static Netlist of(String top, Netlist detector, ReceiverOptions options) {
    if (!detector.top().name().equals(detectorName(top))) {
      throw new IllegalArgumentException("a detector called " + detector.top().name());
    }
    Netlist receiver = CanReceiver.netlist(options);
    List<HdlModule> modules = new ArrayList<>(detector.modules());
    modules.addAll(receiver.modules());
    modules.add(top(top, detector.top(), receiver.top()));
    Netlist netlist = new Netlist(modules);
    NetlistVerifier.verify(netlist);
    return netlist;
  }

  /**
   * The detector alone, out of the whole.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Netlist detector(Netlist whole) {
    HdlModule detector = whole.module(detectorName(whole.top().name()));
    return new Netlist(whole.modules().subList(0, whole.modules().indexOf(detector) + 1));
  }

  private static HdlModule top(String name, HdlModule detector, HdlModule receiver) {
    Gates gates = new Gates(name);
    int line = gates.input(BusPorts.LINE, 1);
    Map<String, Integer> frames = gates.instance(receiver, Map.of(ReceiverPorts.LINE, line));
    Map<String, Integer> inputs = new LinkedHashMap<>();
    detector
        .inputs()
        .forEach(
            port -> {
              Integer from = frames.get(port.name().replaceAll("_i$", "_o"));
              inputs.put(port.name(), from != null ? from : gates.input(port.name(), port.width()));
            });
    Map<String, Integer> verdicts = gates.instance(detector, inputs);
    verdicts.forEach(gates::output);
    OWN.forEach(port -> gates.output(port, frames.get(port)));
    return gates.build();
  }
}
