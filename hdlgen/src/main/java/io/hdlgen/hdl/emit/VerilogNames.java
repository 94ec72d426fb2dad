package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.verilog.NameAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The Verilog name of every node of a module.
 *
 * <p>Ports keep their names. A node that is only another look at bits (constant, extension, shift,
 * slice, inversion) has none and is written where it is read, unless its own bits are picked there.
 */
public final class VerilogNames {
  /** Name of the clock port. */
  public static final String CLOCK = "clk_i";

  /** Name of the reset port. */
  public static final String RESET = "rst_i";

  /** Name of the wire that gathers bits that nothing reads. */
  public static final String UNUSED = "unused_ok";

  private VerilogNames() {}

  /**
   * The names, one a node: null where the node is written in place; the instance name for an
   * instance; the port for inputs and outputs.
   */
  public static List<String> of(HdlModule module) {
    NameAllocator names = new NameAllocator();
    names.allocate(CLOCK);
    names.allocate(RESET);
    names.allocate(UNUSED);
    String[] result = new String[module.nodes().size()];
    for (int index = 0; index < result.length; index++) {
      Node node = module.node(index);
      if (node instanceof Node.Input input) {
        names.reserve(input.name());
        result[index] = input.name();
      } else if (node instanceof Node.Output output) {
        names.reserve(output.name());
        result[index] = output.name();
      }
    }
    boolean[] picked = picked(module);
    for (int index = 0; index < result.length; index++) {
      Node node = module.node(index);
      if (result[index] == null && (picked[index] || !node.accept(InPlace.INSTANCE))) {
        result[index] =
            node instanceof Node.State state
                ? names.allocate(registered(module, state, index, result), "_q")
                : names.allocate(node.origin().name());
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(result)));
  }

  /** A register that delays a wire of its own origin is named after that wire. */
  private static String registered(HdlModule module, Node.State state, int index, String[] names) {
    if (!(state instanceof Node.Register register)) {
      return state.origin().name();
    }
    int next = register.next();
    boolean delays =
        next < index
            && names[next] != null
            && !(module.node(next) instanceof Node.Input)
            && module.node(next).origin().equals(register.origin());
    return delays ? names[next].replaceFirst("_q$", "") : register.origin().name();
  }

  /**
   * Nodes of which single bits are read, and enables: Verilog, or its reader, wants a name. Write
   * addresses, too: Yosys takes a memory apart that is written at a constant.
   */
  private static boolean[] picked(HdlModule module) {
    boolean[] picked = new boolean[module.nodes().size()];
    for (Node node : module.nodes()) {
      if (node instanceof Node.Slice slice) {
        picked[slice.operand()] = true;
      } else if (node instanceof Node.Register register
          && register.enable() != Node.Register.ALWAYS) {
        picked[register.enable()] = true;
      } else if (node instanceof Node.Memory memory) {
        picked[memory.writeEnable()] = true;
        picked[memory.writeAddress()] = true;
      } else if (node instanceof Node.Extend extend && extend.range().isSigned()) {
        int signed = signSource(module, extend.operand());
        picked[signed] |= !(module.node(signed) instanceof Node.Constant);
      }
    }
    return picked;
  }

  /** The node that holds the highest bit of a value: what a shifted value is a shift of. */
  static int signSource(HdlModule module, int index) {
    return module.node(index) instanceof Node.ShiftLeft shift
        ? signSource(module, shift.operand())
        : index;
  }

  /** Whether a kind of node is written where it is read. */
  private enum InPlace implements Node.Visitor<Boolean> {
    INSTANCE;

    @Override
    public Boolean visit(Node.Input node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Constant node) {
      return true;
    }

    @Override
    public Boolean visit(Node.Add node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Subtract node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Multiply node) {
      return false;
    }

    @Override
    public Boolean visit(Node.ShiftLeft node) {
      return true;
    }

    @Override
    public Boolean visit(Node.Extend node) {
      return true;
    }

    @Override
    public Boolean visit(Node.Slice node) {
      return true;
    }

    @Override
    public Boolean visit(Node.Concat node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Not node) {
      return true;
    }

    @Override
    public Boolean visit(Node.And node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Or node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Xor node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Mux node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Compare node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Table node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Register node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Rom node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Memory node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Instance node) {
      return false;
    }

    @Override
    public Boolean visit(Node.InstanceOutput node) {
      return false;
    }

    @Override
    public Boolean visit(Node.Output node) {
      return false;
    }
  }
}
