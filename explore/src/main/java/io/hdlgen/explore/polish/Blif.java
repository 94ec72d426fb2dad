package io.hdlgen.explore.polish;

import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Circuits in the Berkeley Logic Interchange Format. */
final class Blif {
  private static final String OUTPUT = "o";

  private Blif() {}

  /** A circuit; inputs are {@code i0, i1, ...}, outputs {@code o0, o1, ...}. */
  static String write(LogicCircuit circuit) {
    StringBuilder text = new StringBuilder(".model circuit\n.inputs");
    for (int i = 0; i < circuit.inputs(); i++) {
      text.append(' ').append(name(circuit, i));
    }
    text.append("\n.outputs");
    for (int o = 0; o < circuit.outputs().size(); o++) {
      text.append(' ').append(OUTPUT).append(o);
    }
    text.append("\n.names zero\n.names one\n1\n");
    for (int g = 0; g < circuit.gates().size(); g++) {
      Gate gate = circuit.gates().get(g);
      text.append(".names ").append(name(circuit, gate.a()));
      if (gate.kind().inputs() == 2) {
        text.append(' ').append(name(circuit, gate.b()));
      }
      text.append(' ').append(name(circuit, circuit.signal(g))).append('\n');
      for (int state = 0; state < 1 << gate.kind().inputs(); state++) {
        if ((gate.kind().table() >> state & 1) != 0) {
          text.append(state & 1);
          if (gate.kind().inputs() == 2) {
            text.append(state >> 1);
          }
          text.append(" 1\n");
        }
      }
    }
    for (int o = 0; o < circuit.outputs().size(); o++) {
      text.append(".names ").append(name(circuit, circuit.outputs().get(o)));
      text.append(' ').append(OUTPUT).append(o).append("\n1 1\n");
    }
    return text.append(".end\n").toString();
  }

  private static String name(LogicCircuit circuit, int signal) {
    if (signal < circuit.inputs()) {
      return "i" + signal;
    }
    if (signal == circuit.constant(false)) {
      return "zero";
    }
    return signal == circuit.constant(true) ? "one" : "g" + signal;
  }

  /**
   * A circuit of gates that are called after {@link GateKind}s, as ABC writes it.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static LogicCircuit read(String text, int inputs, int outputs) {
    Map<String, Integer> signals = new HashMap<>();
    for (int i = 0; i < inputs; i++) {
      signals.put("i" + i, i);
    }
    List<Gate> gates = new ArrayList<>();
    for (String line : text.replace("\\\n", " ").lines().toList()) {
      String[] words = line.trim().split("\\s+");
      if (words[0].equals(".gate")) {
        gate(words, inputs, signals, gates);
      } else if (words.length == 3 && (words[0].equals(".names") || words[0].equals(".barbuf"))) {
        // A bare wire: ABC writes the latter.
        signals.put(words[2], known(signals, words[1]));
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int o = 0; o < outputs; o++) {
      order.add(known(signals, OUTPUT + o));
    }
    return new LogicCircuit(inputs, gates, order);
  }

  private static void gate(
      String[] words, int inputs, Map<String, Integer> signals, List<Gate> gates) {
    Map<String, String> pins = new HashMap<>();
    for (int w = 2; w < words.length; w++) {
      String[] pin = words[w].split("=", 2);
      pins.put(pin[0], pin[1]);
    }
    String out = pins.get("y");
    switch (words[1]) {
      case "_const0_" -> signals.put(out, inputs);
      case "_const1_" -> signals.put(out, inputs + 1);
      default -> {
        GateKind kind = GateKind.valueOf(words[1]);
        int a = known(signals, pins.get("a"));
        int b = kind.inputs() == 1 ? a : known(signals, pins.get("b"));
        signals.put(out, inputs + LogicCircuit.CONSTANTS + gates.size());
        gates.add(new Gate(kind, a, b));
      }
    }
  }

  private static int known(Map<String, Integer> signals, String name) {
    Integer signal = signals.get(name);
    if (signal == null) {
      throw new IllegalArgumentException("no signal " + name);
    }
    return signal;
  }
}
