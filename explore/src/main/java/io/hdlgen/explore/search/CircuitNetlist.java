package io.hdlgen.explore.search;

import io.hdlgen.boards.printed.Cell;
import io.hdlgen.boards.printed.CellLibrary;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LogicCircuit;
import java.util.ArrayList;
import java.util.List;

/** A circuit as a netlist of a library's cells, gate by gate. */
public final class CircuitNetlist {
  private CircuitNetlist() {}

  /**
   * The netlist. Its inputs are the features of which levels are read, a net a level.
   *
   * @param featureNames of all features
   */
  public static GateNetlist of(
      LogicCircuit circuit, InputLevels levels, List<String> featureNames, CellLibrary library) {
    boolean[] live = circuit.live();
    int[] nets = new int[live.length];
    int next = 2;
    List<PortNets> inputs = new ArrayList<>();
    for (int i = 0; i < levels.features(); i++) {
      List<Integer> read = new ArrayList<>();
      for (int level = 1; level <= levels.levels(); level++) {
        int input = levels.input(i, level);
        if (live[input]) {
          nets[input] = next;
          read.add(next++);
        }
      }
      if (!read.isEmpty()) {
        inputs.add(new PortNets(featureNames.get(i), read));
      }
    }
    nets[circuit.constant(false)] = GateNetlist.ZERO;
    nets[circuit.constant(true)] = GateNetlist.ONE;
    List<GateNetlist.Gate> gates = new ArrayList<>();
    for (int g = 0; g < circuit.gates().size(); g++) {
      Gate gate = circuit.gates().get(g);
      nets[circuit.signal(g)] = next++;
      List<Integer> read =
          gate.kind().inputs() == 1
              ? List.of(nets[gate.a()])
              : List.of(nets[gate.a()], nets[gate.b()]);
      gates.add(
          new GateNetlist.Gate("g" + g, cell(gate.kind(), library), read, nets[circuit.signal(g)]));
    }
    PortNets code =
        new PortNets("class_o", circuit.outputs().stream().map(output -> nets[output]).toList());
    return new GateNetlist("classifier", next, inputs, List.of(code), gates);
  }

  /**
   * What stands at the netlist's inputs, {@code [row][port]}: bit j of a port is the j-th level
   * that is read.
   *
   * @param codes {@code [row][feature]}
   */
  public static long[][] rows(LogicCircuit circuit, InputLevels levels, long[][] codes) {
    boolean[] live = circuit.live();
    long[][] rows = new long[codes.length][];
    for (int r = 0; r < codes.length; r++) {
      List<Long> ports = new ArrayList<>();
      for (int i = 0; i < levels.features(); i++) {
        long bits = 0;
        int read = 0;
        for (int level = 1; level <= levels.levels(); level++) {
          if (live[levels.input(i, level)]) {
            bits |= codes[r][i] >= level ? 1L << read : 0;
            read++;
          }
        }
        if (read > 0) {
          ports.add(bits);
        }
      }
      rows[r] = ports.stream().mapToLong(Long::longValue).toArray();
    }
    return rows;
  }

  private static Cell cell(GateKind kind, CellLibrary library) {
    List<String> names = kind.inputs() == 1 ? List.of("a") : List.of("a", "b");
    return library.smallest(kind.expression(), names).orElseThrow();
  }
}
