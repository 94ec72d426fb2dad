package io.hdlgen.canids.rtl.board;

import io.hdlgen.canids.rtl.bus.BusPorts;
import io.hdlgen.canids.rtl.feature.DetectorPorts;
import io.hdlgen.canids.rtl.feature.EventBeat;
import io.hdlgen.hdl.board.BoardOptions;
import io.hdlgen.hdl.board.BoardPins;
import io.hdlgen.hdl.board.BoardTop;
import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.board.UartTransmitter;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.verify.NetlistVerifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What lies between the pins of a board and a detector with its receiver: the line of the bus comes
 * in at {@code can_rx_i}, alerts go out as text at {@code uart_tx_o}, and {@code led_o} shows, from
 * the lowest on, alarms, traffic (turns every 64 valid frames), errors on the bus, and the class of
 * the last alarm. Alarms and errors are shown for at least a tenth of a second.
 */
public final class DetectorBridge {
  /** Name of the module. */
  static final String NAME = "hdlgen_can_bridge";

  private static final int TRAFFIC_BITS = 7;
  private static final int SHOWN_HERTZ = 10;

  private final Gates gates = new Gates(NAME);
  private final BoardOptions options;

  private DetectorBridge(BoardOptions options) {
    this.options = options;
  }

  /**
   * The Verilog of all but the detector, the board's top last.
   *
   * @param detector a {@link io.hdlgen.canids.rtl.bus.BusDetector}
   * @param header lines of comment at the top of every file
   */
  public static List<VerilogFile> files(
      BoardOptions options, Netlist detector, List<String> header) {
    Netlist netlist = of(options, detector);
    NetlistVerifier.verify(netlist);
    Set<String> theirs =
        detector.modules().stream().map(module -> module.name() + ".v").collect(Collectors.toSet());
    List<VerilogFile> files =
        new ArrayList<>(new VerilogEmitter(header, (layer, neuron) -> List.of()).emit(netlist));
    files.removeIf(file -> theirs.contains(file.name()));
    files.addAll(BoardPins.files(options.reset(), netlist.top(), header));
    return files;
  }

  /** All but the pins and the reset, with the detector. */
  static Netlist of(BoardOptions options, Netlist detector) {
    List<HdlModule> modules = new ArrayList<>(detector.modules());
    HdlModule transmitter = UartTransmitter.of(options.cyclesPerBit());
    modules.add(transmitter);
    modules.add(new DetectorBridge(options).build(detector.top(), transmitter));
    return new Netlist(modules);
  }

  private HdlModule build(HdlModule detector, HdlModule transmitter) {
    int line = gates.input(BusPorts.LINE, 1);
    int sending = gates.flag("sending");
    int word = gates.data("word", 32);
    AlertLine text = new AlertLine(gates, word);
    int place = gates.register("place", 32 - Integer.numberOfLeadingZeros(text.length() - 1), 0);

    // A character takes the transmitter far longer than a register needs to be shown.
    int settled = gates.flag("settled");
    Map<String, Integer> uart =
        gates.instance(
            transmitter,
            Map.of(
                UartTransmitter.DATA,
                text.character(place),
                UartTransmitter.VALID,
                gates.and("valid", sending, settled)));
    int taken = gates.and("taken", sending, settled, uart.get(UartTransmitter.READY));
    int last = gates.and("last", taken, gates.equal("at_end", place, text.length() - 1L));
    int next = gates.mux("place_next", last, gates.number(0), gates.more(place));
    gates.connect(place, next, taken);

    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put(BusPorts.LINE, line);
    ports.put(DetectorPorts.TAKE, gates.number(1));
    ports.put(DetectorPorts.REGISTER, gates.builder().extend(text.register(place), 4));
    ports.put(DetectorPorts.POP, last);
    Map<String, Integer> said = gates.instance(detector, ports);
    gates.connect(word, said.get(DetectorPorts.REGISTER_DATA));
    int begin = gates.and("begin", said.get(DetectorPorts.INTERRUPT), gates.not(sending));
    gates.setAndClear(sending, begin, last);
    gates.connect(settled, settling(sending, taken));
    gates.output(BoardTop.TRANSMIT, uart.get(UartTransmitter.LINE));
    leds(said);
    return gates.build();
  }

  /** 1 from three cycles after a place was chosen on: register, its copy here, and one more. */
  private int settling(int sending, int taken) {
    int chosen = gates.flag("chosen");
    int shown = gates.flag("shown");
    int stays = gates.and("stays", sending, gates.not(taken));
    gates.connect(chosen, stays);
    gates.connect(shown, gates.and("shown_next", stays, chosen));
    return gates.and("settled_next", stays, shown);
  }

  private void leds(Map<String, Integer> said) {
    if (options.leds() == 0) {
      return;
    }
    int beat = said.get(DetectorPorts.DATA);
    int valid = said.get(DetectorPorts.VALID);
    int alarm = said.get(DetectorPorts.ALARM);
    List<Integer> leds = new ArrayList<>();
    leds.add(stretched("alarm", alarm));
    int traffic = gates.register("traffic", TRAFFIC_BITS, 0);
    gates.connect(
        traffic, gates.more(traffic), gates.and("ok", valid, kind(beat, EventBeat.Kind.FRAME_OK)));
    leds.add(gates.bit(traffic, TRAFFIC_BITS - 1));
    leds.add(
        stretched("error", gates.and("broken", valid, kind(beat, EventBeat.Kind.FRAME_ERROR))));
    int rest = options.leds() - leds.size();
    if (rest > 0) {
      leds.add(lastClass(beat, valid, rest));
    }
    Integer[] shown =
        leds.subList(0, Math.min(leds.size(), options.leds())).toArray(Integer[]::new);
    int lit = gates.concat("lit", shown);
    gates.output(BoardTop.LEDS, options.activeLowLeds() ? gates.not(lit) : lit);
  }

  private int kind(int beat, EventBeat.Kind kind) {
    return gates.equal(
        "kind", gates.slice(beat, EventBeat.KIND_LOW, EventBeat.KIND_BITS), kind.ordinal());
  }

  private int lastClass(int beat, int valid, int leds) {
    int bits = Math.min(leds, EventBeat.VERDICT_BITS);
    int held = gates.register("class", bits, 0);
    int attack =
        gates.and(
            "attack",
            valid,
            gates.bit(beat, EventBeat.ATTACK_BIT),
            kind(beat, EventBeat.Kind.VERDICT));
    gates.connect(held, gates.slice(beat, EventBeat.VERDICT_LOW, bits), attack);
    return gates.builder().extend(held, leds);
  }

  /** A pulse, for a tenth of a second or more. */
  private int stretched(String name, int pulse) {
    int bits = 64 - Long.numberOfLeadingZeros(options.clockHz() / SHOWN_HERTZ);
    int left = gates.register(name + "_left", bits, 0);
    int none = gates.equal(name + "_over", left, 0);
    int rest = gates.mux(name + "_rest", none, left, gates.less(left));
    gates.connect(
        left, gates.mux(name + "_next", pulse, gates.field((1L << bits) - 1, bits), rest));
    return gates.not(none);
  }
}
