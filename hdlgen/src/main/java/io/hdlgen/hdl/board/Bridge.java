package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.signature.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What lies between the line and the core, and the core. */
final class Bridge {
  static final String NAME = "hdlgen_bridge";
  static final String RECEIVE = "uart_rx_i";
  static final String TRANSMIT = "uart_tx_o";
  static final String LEDS = "led_o";

  private final Gates gates = new Gates(NAME);
  private final BoardOptions options;
  private final WireLayout layout;

  private Bridge(BoardOptions options, WireLayout layout) {
    this.options = options;
    this.layout = layout;
  }

  /** The modules but for the core, which lies between streams; the last one is the bridge. */
  static List<HdlModule> of(BoardOptions options, WireLayout layout, HdlModule core) {
    return new Bridge(options, layout).modules(core);
  }

  private List<HdlModule> modules(HdlModule core) {
    HdlModule uart = UartReceiver.of(options.cyclesPerBit());
    HdlModule receiver = FrameReceiver.of(layout);
    HdlModule transmitter = UartTransmitter.of(options.cyclesPerBit());
    HdlModule sender = FrameSender.of(layout, options.identity(), transmitter);

    int line = gates.input(RECEIVE, 1);
    RequestPlayer player = new RequestPlayer(gates, layout);
    Map<String, Integer> bytes = gates.instance(uart, Map.of(UartReceiver.LINE, line));
    Map<String, Integer> requests = receiver(receiver, bytes, player);
    Map<String, Integer> stream = core(core, player);
    int result = gates.slice(stream.get("m_axis_tdata"), 0, 8 * layout.resultBytes());

    Map<String, Integer> connections = new LinkedHashMap<>();
    connections.put(FrameSender.SEND, player.send(stream.get("m_axis_tvalid")));
    connections.put(FrameSender.ASKED, player.replying());
    connections.put(FrameSender.NUMBER, player.number());
    connections.put(FrameSender.STATUS, stream.get("error_o"));
    connections.put(FrameSender.RESULT, result);
    connections.put(FrameSender.REJECTED, requests.get(FrameReceiver.REJECTED));
    connections.put(FrameSender.DROPPED, requests.get(FrameReceiver.DROPPED));
    Map<String, Integer> answers = gates.instance(sender, connections);
    int sent =
        player.finish(
            requests.get(FrameReceiver.PENDING),
            requests.get(FrameReceiver.BYTE),
            stream.get("s_axis_tready"),
            answers.get(FrameSender.DONE));
    gates.output(TRANSMIT, answers.get(FrameSender.LINE));
    leds(result, sent);
    return List.of(uart, receiver, transmitter, sender, gates.build());
  }

  private Map<String, Integer> receiver(
      HdlModule module, Map<String, Integer> bytes, RequestPlayer player) {
    return gates.instance(
        module,
        Map.of(
            FrameReceiver.DATA, bytes.get(UartReceiver.DATA),
            FrameReceiver.VALID, bytes.get(UartReceiver.VALID),
            FrameReceiver.ERROR, bytes.get(UartReceiver.ERROR),
            FrameReceiver.PLACE, player.place(),
            FrameReceiver.TAKE, player.take()));
  }

  private Map<String, Integer> core(HdlModule module, RequestPlayer player) {
    return gates.instance(
        module,
        Map.of(
            "s_axis_tdata", player.beat(),
            "s_axis_tvalid", player.offering(),
            "s_axis_tlast", player.last(),
            "m_axis_tready", player.accept()));
  }

  /** The class, and behind it a diode that turns with every answer, lit at first. */
  private void leds(int result, int sent) {
    if (options.leds() == 0) {
      return;
    }
    Field first = layout.outputs().get(0);
    int bits = first.name().equals("class") ? Math.min(first.width(), options.leds()) : 0;
    List<Integer> leds = new ArrayList<>();
    if (bits > 0) {
      int shown = gates.register("class", bits, 0);
      gates.connect(shown, gates.slice(result, 0, bits), sent);
      leds.add(shown);
    }
    if (bits < options.leds()) {
      int alive = gates.register("alive", 1, 1);
      gates.connect(alive, gates.not(alive), sent);
      leds.add(alive);
    }
    int rest = options.leds() - bits - 1;
    if (rest > 0) {
      leds.add(gates.field(0, rest));
    }
    int lit = gates.concat("lit", leds.toArray(Integer[]::new));
    gates.output(LEDS, options.activeLowLeds() ? gates.not(lit) : lit);
  }
}
