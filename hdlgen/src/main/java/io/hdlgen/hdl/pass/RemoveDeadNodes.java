package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Removes nodes that no output depends on. Ports stay. */
public final class RemoveDeadNodes implements Pass {
  @Override
  public String name() {
    return "remove-dead-nodes";
  }

  @Override
  public Netlist run(Netlist netlist) {
    return new Netlist(netlist.modules().stream().map(RemoveDeadNodes::sweep).toList());
  }

  private static HdlModule sweep(HdlModule module) {
    int size = module.nodes().size();
    boolean[] live = new boolean[size];
    Deque<Integer> work = new ArrayDeque<>();
    for (int index = 0; index < size; index++) {
      if (module.node(index) instanceof Node.Output || module.node(index) instanceof Node.Input) {
        live[index] = true;
        work.add(index);
      }
    }
    while (!work.isEmpty()) {
      for (int operand : module.node(work.remove()).operands()) {
        if (!live[operand]) {
          live[operand] = true;
          work.add(operand);
        }
      }
    }
    int[] places = new int[size];
    int count = 0;
    for (int index = 0; index < size; index++) {
      places[index] = live[index] ? count++ : -1;
    }
    List<Node> nodes = new ArrayList<>(count);
    for (int index = 0; index < size; index++) {
      if (live[index]) {
        nodes.add(module.node(index).withOperands(operand -> places[operand]));
      }
    }
    return new HdlModule(module.name(), nodes);
  }
}
