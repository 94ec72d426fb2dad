package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definition of the nodes, executed slowly on bits: the oracle of the simulator. */
final class NaiveInterpreter {
  private final Netlist netlist;
  private final Unit top;

  NaiveInterpreter(Netlist netlist) {
    this.netlist = netlist;
    this.top = new Unit(netlist.top());
  }

  Map<String, BigInteger> evaluate(Map<String, BigInteger> inputs) {
    return top.evaluate(inputs);
  }

  void clock(boolean reset) {
    top.clock(reset);
  }

  BigInteger value(int node) {
    return top.values[node];
  }

  private static BigInteger mask(BigInteger value, int width) {
    return value.and(Range.unsigned(width).max());
  }

  private static BigInteger decode(BigInteger bits, Range range) {
    BigInteger cut = mask(bits, range.width());
    return range.isSigned() && cut.testBit(range.width() - 1)
        ? cut.subtract(BigInteger.ONE.shiftLeft(range.width()))
        : cut;
  }

  /** One instance of a module with its state. */
  private final class Unit implements Node.Visitor<BigInteger> {
    private final HdlModule module;
    private final BigInteger[] values;
    private final BigInteger[] registers;
    private final Map<Integer, Map<BigInteger, BigInteger>> memories = new TreeMap<>();
    private final Map<Integer, Unit> units = new TreeMap<>();
    private final Map<Integer, Map<String, BigInteger>> results = new TreeMap<>();
    private Map<String, BigInteger> inputs;
    private int current;

    Unit(HdlModule module) {
      this.module = module;
      this.values = new BigInteger[module.nodes().size()];
      this.registers = new BigInteger[values.length];
      for (int i = 0; i < values.length; i++) {
        registers[i] = BigInteger.ZERO;
        if (module.node(i) instanceof Node.Memory memory
            && memory.depth() == 1
            && !memory.initial().isEmpty()) {
          registers[i] = memory.initial().get(0);
        }
        if (module.node(i) instanceof Node.Instance instance) {
          units.put(i, new Unit(netlist.module(instance.module())));
        }
      }
    }

    Map<String, BigInteger> evaluate(Map<String, BigInteger> from) {
      inputs = from;
      Map<String, BigInteger> outputs = new TreeMap<>();
      for (current = 0; current < values.length; current++) {
        Node node = module.node(current);
        values[current] = decode(node.accept(this), node.range());
        if (node instanceof Node.Output output) {
          outputs.put(output.name(), values[current]);
        }
      }
      return outputs;
    }

    void clock(boolean reset) {
      for (int i = 0; i < values.length; i++) {
        if (module.node(i) instanceof Node.Register node) {
          if (reset && node.reset() != null) {
            registers[i] = node.reset();
          } else if (node.enable() == Node.Register.ALWAYS || values[node.enable()].signum() != 0) {
            registers[i] = decode(values[node.next()], node.range());
          }
        } else if (module.node(i) instanceof Node.Rom node) {
          int last = node.words().size() - 1;
          registers[i] = node.words().get(Math.min(last, values[node.address()].intValueExact()));
        } else if (module.node(i) instanceof Node.Memory node) {
          Map<BigInteger, BigInteger> contents =
              memories.computeIfAbsent(i, memory -> contents(node));
          registers[i] = contents.getOrDefault(values[node.readAddress()], BigInteger.ZERO);
          BigInteger address = values[node.writeAddress()];
          boolean inside = address.compareTo(BigInteger.valueOf(node.depth())) < 0;
          if (inside && values[node.writeEnable()].signum() != 0) {
            contents.put(address, decode(values[node.writeData()], node.range()));
          }
        }
      }
      units.values().forEach(unit -> unit.clock(reset));
    }

    private static Map<BigInteger, BigInteger> contents(Node.Memory node) {
      Map<BigInteger, BigInteger> contents = new TreeMap<>();
      for (int place = 0; place < node.initial().size(); place++) {
        contents.put(BigInteger.valueOf(place), node.initial().get(place));
      }
      return contents;
    }

    @Override
    public BigInteger visit(Node.Input node) {
      return inputs.get(node.name());
    }

    @Override
    public BigInteger visit(Node.Constant node) {
      return node.value();
    }

    @Override
    public BigInteger visit(Node.Add node) {
      return values[node.left()].add(values[node.right()]);
    }

    @Override
    public BigInteger visit(Node.Subtract node) {
      return values[node.left()].subtract(values[node.right()]);
    }

    @Override
    public BigInteger visit(Node.Multiply node) {
      return values[node.left()].multiply(values[node.right()]);
    }

    @Override
    public BigInteger visit(Node.ShiftLeft node) {
      return values[node.operand()].shiftLeft(node.amount());
    }

    @Override
    public BigInteger visit(Node.Extend node) {
      return values[node.operand()];
    }

    @Override
    public BigInteger visit(Node.Slice node) {
      return values[node.operand()].shiftRight(node.low());
    }

    @Override
    public BigInteger visit(Node.Concat node) {
      BigInteger bits = BigInteger.ZERO;
      int low = 0;
      for (int operand : node.operands()) {
        int width = module.node(operand).width();
        bits = bits.or(mask(values[operand], width).shiftLeft(low));
        low += width;
      }
      return bits;
    }

    @Override
    public BigInteger visit(Node.Not node) {
      return values[node.operand()].not();
    }

    @Override
    public BigInteger visit(Node.And node) {
      return values[node.left()].and(values[node.right()]);
    }

    @Override
    public BigInteger visit(Node.Or node) {
      return values[node.left()].or(values[node.right()]);
    }

    @Override
    public BigInteger visit(Node.Xor node) {
      return values[node.left()].xor(values[node.right()]);
    }

    @Override
    public BigInteger visit(Node.Mux node) {
      return values[node.select()].signum() != 0 ? values[node.ifOne()] : values[node.ifZero()];
    }

    @Override
    public BigInteger visit(Node.Compare node) {
      int order = values[node.left()].compareTo(values[node.right()]);
      boolean holds =
          switch (node.comparison()) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case GREATER_EQUAL -> order >= 0;
          };
      return holds ? BigInteger.ONE : BigInteger.ZERO;
    }

    @Override
    public BigInteger visit(Node.Table node) {
      int last = node.values().size() - 1;
      int index = values[node.index()].min(BigInteger.valueOf(last)).intValueExact();
      return BigInteger.valueOf(node.values().get(index));
    }

    @Override
    public BigInteger visit(Node.Register node) {
      return registers[current];
    }

    @Override
    public BigInteger visit(Node.Rom node) {
      return registers[current];
    }

    @Override
    public BigInteger visit(Node.Memory node) {
      return registers[current];
    }

    @Override
    public BigInteger visit(Node.Instance node) {
      Map<String, BigInteger> connected = new TreeMap<>();
      List<String> ports = node.ports();
      for (int i = 0; i < ports.size(); i++) {
        connected.put(ports.get(i), values[node.operands().get(i)]);
      }
      results.put(current, units.get(current).evaluate(connected));
      return BigInteger.ZERO;
    }

    @Override
    public BigInteger visit(Node.InstanceOutput node) {
      return results.get(node.instance()).get(node.port());
    }

    @Override
    public BigInteger visit(Node.Output node) {
      return values[node.operand()];
    }
  }
}
