package io.hdlgen.hdl.netlist;

import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Builds a module node by node. Methods take and give indices of nodes.
 *
 * <p>The builder puts in the {@link Node.Extend}s that equal widths need, and gives each node the
 * range that follows from its operands, or the narrower one that the caller knows. It simplifies
 * nothing; that is for passes.
 */
public final class ModuleBuilder {
  private final String name;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Long, Integer> extensions = new LinkedHashMap<>();

  public ModuleBuilder(String name) {
    this.name = name;
  }

  /** The module of all nodes so far. */
  public HdlModule build() {
    return new HdlModule(name, nodes);
  }

  /** The node at an index that a method of this builder has given. */
  public Node node(int index) {
    return nodes.get(index);
  }

  public Range range(int index) {
    return nodes.get(index).range();
  }

  /** Adds a node as it is; its operands are indices in this builder. */
  public int append(Node node) {
    nodes.add(node);
    return nodes.size() - 1;
  }

  public int input(Origin origin, Range range, String port) {
    return append(new Node.Input(origin, range, port));
  }

  public int constant(Origin origin, BigInteger value) {
    return append(new Node.Constant(origin, value));
  }

  public int constant(Origin origin, long value) {
    return constant(origin, BigInteger.valueOf(value));
  }

  public int add(Origin origin, int left, int right) {
    return add(origin, left, right, range(left).plus(range(right)));
  }

  /** A sum that is known to lie in {@code range}. */
  public int add(Origin origin, int left, int right, Range range) {
    Range field = operationRange(range, left, right);
    int width = field.width();
    int sum = append(new Node.Add(origin, field, extend(left, width), extend(right, width)));
    return known(sum, range);
  }

  public int subtract(Origin origin, int left, int right) {
    return subtract(origin, left, right, range(left).minus(range(right)));
  }

  /** A difference that is known to lie in {@code range}. */
  public int subtract(Origin origin, int left, int right, Range range) {
    Range field = operationRange(range, left, right);
    int width = field.width();
    int difference =
        append(new Node.Subtract(origin, field, extend(left, width), extend(right, width)));
    return known(difference, range);
  }

  /** A product, with the exact range that follows from those of the operands. */
  public int multiply(Origin origin, int left, int right) {
    return multiply(origin, left, right, range(left).times(range(right)));
  }

  /** A product that is known to lie in {@code range}. */
  public int multiply(Origin origin, int left, int right, Range range) {
    Range field = operationRange(range, left, right);
    int width = field.width();
    int product =
        append(new Node.Multiply(origin, field, extend(left, width), extend(right, width)));
    return known(product, range);
  }

  /** {@code operand * 2^amount}; the operand itself for amount 0. */
  public int shiftLeft(Origin origin, int operand, int amount) {
    Range range = range(operand);
    if (amount == 0) {
      return operand;
    }
    if (range.isSingle()) {
      return constant(origin, range.min().shiftLeft(amount));
    }
    return append(new Node.ShiftLeft(origin, range.shiftLeft(amount), operand, amount));
  }

  /** The bits of {@code operand} from {@code low} on, as many as {@code range} has. */
  public int slice(Origin origin, int operand, int low, Range range) {
    return append(new Node.Slice(origin, range, operand, low));
  }

  /** The operands side by side, the first one lowest. */
  public int concat(Origin origin, List<Integer> operands) {
    int width = operands.stream().mapToInt(operand -> node(operand).width()).sum();
    return concat(origin, operands, Range.unsigned(width));
  }

  /** The operands side by side, where some bit patterns are known not to occur. */
  public int concat(Origin origin, List<Integer> operands, Range range) {
    return append(new Node.Concat(origin, range, operands));
  }

  public int not(Origin origin, int operand) {
    return append(new Node.Not(origin, Range.unsigned(node(operand).width()), operand));
  }

  public int and(Origin origin, int left, int right) {
    return append(new Node.And(origin, Range.unsigned(node(left).width()), left, right));
  }

  public int or(Origin origin, int left, int right) {
    return append(new Node.Or(origin, Range.unsigned(node(left).width()), left, right));
  }

  public int mux(Origin origin, int select, int ifOne, int ifZero) {
    return mux(origin, select, ifOne, ifZero, range(ifOne).union(range(ifZero)));
  }

  /** A choice that is known to lie in {@code range}, which is as wide as both branches need. */
  public int mux(Origin origin, int select, int ifOne, int ifZero, Range range) {
    int width = range.width();
    return append(new Node.Mux(origin, range, select, extend(ifOne, width), extend(ifZero, width)));
  }

  public int compare(Origin origin, Comparison comparison, int left, int right) {
    boolean signed = range(left).isSigned() || range(right).isSigned();
    int width = Math.max(comparedWidth(left, signed), comparedWidth(right, signed));
    return append(new Node.Compare(origin, comparison, extend(left, width), extend(right, width)));
  }

  public int table(Origin origin, int index, LongVector values) {
    Range range = Range.of(values.get(0), values.get(0));
    for (int i = 1; i < values.size(); i++) {
      range = range.union(Range.of(values.get(i), values.get(i)));
    }
    return append(new Node.Table(origin, range, index, values));
  }

  /** A register without reset. */
  public int register(Origin origin, int next, int enable) {
    return append(new Node.Register(origin, range(next), next, enable, null));
  }

  /**
   * A register with a reset value, whose next value {@link #connect} gives later.
   *
   * @param enable an index, or {@link Node.Register#ALWAYS}
   */
  public int feedback(Origin origin, Range range, int enable, BigInteger reset) {
    int index = nodes.size();
    return append(new Node.Register(origin, range, index, enable, reset));
  }

  /** Gives a {@link #feedback} register its next value. */
  public void connect(int register, int next) {
    Node.Register node = (Node.Register) nodes.get(register);
    nodes.set(
        register,
        new Node.Register(
            node.origin(), node.range(), extend(next, node.width()), node.enable(), node.reset()));
  }

  /**
   * A read-only memory: in each cycle the word at what {@code address} was in the one before.
   *
   * @param address unsigned, of no more bits than the number of words needs; beyond the last word
   *     it reads that one
   */
  public int rom(Origin origin, int address, List<BigInteger> words, Range range) {
    int place = extend(address, Node.addressWidth(words.size()));
    return append(new Node.Rom(origin, range, place, words));
  }

  /**
   * A memory of {@code depth} words, with one write port and one read port: in each cycle the word
   * at what {@code readAddress} was in the one before, as it was before that cycle's write.
   *
   * @param writeEnable one bit
   * @param writeAddress unsigned, of no more bits than {@code depth} needs
   * @param writeData lies in {@code range}
   * @param readAddress like {@code writeAddress}
   */
  public int memory(
      Origin origin,
      Range range,
      int depth,
      int writeEnable,
      int writeAddress,
      int writeData,
      int readAddress) {
    return memory(
        origin, range, depth, List.of(), writeEnable, writeAddress, writeData, readAddress);
  }

  /** A memory that holds the {@code initial} words at the start; as above if there are none. */
  public int memory(
      Origin origin,
      Range range,
      int depth,
      List<BigInteger> initial,
      int writeEnable,
      int writeAddress,
      int writeData,
      int readAddress) {
    int width = Node.addressWidth(depth);
    int place = extend(writeAddress, width);
    int data = extend(writeData, range.width());
    int source = extend(readAddress, width);
    return append(new Node.Memory(origin, range, depth, initial, writeEnable, place, data, source));
  }

  /** As {@link #connect(int, int)}, and the register moves only where {@code enable} is 1. */
  public void connect(int register, int next, int enable) {
    connect(register, next);
    Node.Register node = (Node.Register) nodes.get(register);
    nodes.set(
        register,
        new Node.Register(node.origin(), node.range(), node.next(), enable, node.reset()));
  }

  /**
   * An instance of a module.
   *
   * @param connections port to node, for every input port
   * @return port to node, for every output port
   */
  public Map<String, Integer> instance(
      Origin origin, HdlModule module, Map<String, Integer> connections) {
    return instance(origin, module, connections, UnaryOperator.identity());
  }

  /**
   * An instance of a module, one of several.
   *
   * @param outputOrigins where what comes out belongs, after where the module says
   */
  public Map<String, Integer> instance(
      Origin origin,
      HdlModule module,
      Map<String, Integer> connections,
      UnaryOperator<Origin> outputOrigins) {
    List<String> ports = new ArrayList<>();
    List<Integer> operands = new ArrayList<>();
    for (Node.Input input : module.inputs()) {
      ports.add(input.name());
      operands.add(extend(connections.get(input.name()), input.width()));
    }
    int instance = append(new Node.Instance(origin, module.name(), ports, operands));
    Map<String, Integer> outputs = new LinkedHashMap<>();
    for (Node.Output output : module.outputs()) {
      outputs.put(
          output.name(),
          append(
              new Node.InstanceOutput(
                  outputOrigins.apply(output.origin()), output.range(), instance, output.name())));
    }
    return outputs;
  }

  /** A port out of the module, with its operand's range. */
  public void output(Origin origin, String port, int operand) {
    append(new Node.Output(origin, range(operand), port, operand));
  }

  /** The operand, which is known to lie in {@code range}: its low bits if they are enough. */
  public int known(int operand, Range range) {
    Node node = nodes.get(operand);
    return range.contains(node.range())
        ? operand
        : slice(node.origin(), operand, 0, range.intersect(node.range()));
  }

  /**
   * The operand in a field of {@code width} bits.
   *
   * @throws IllegalArgumentException if the operand's own field is wider
   */
  public int extend(int operand, int width) {
    Node node = nodes.get(operand);
    if (naturalWidth(operand) > width) {
      throw new IllegalArgumentException(
          "%d bits of %s do not fit in %d".formatted(node.width(), node.origin().name(), width));
    }
    if (node.width() == width) {
      return operand;
    }
    if (node instanceof Node.Extend extend) {
      return extend(extend.operand(), width);
    }
    long key = ((long) operand << 32) | width;
    Integer known = extensions.get(key);
    if (known == null) {
      known = append(new Node.Extend(node.origin(), node.range(), operand, width));
      extensions.put(key, known);
    }
    return known;
  }

  /**
   * The range of a sum, difference or product: as wide as its widest operand, whatever is known of
   * it.
   */
  private Range operationRange(Range range, int left, int right) {
    int width = Math.max(naturalWidth(left), naturalWidth(right));
    if (width <= range.width()) {
      return range;
    }
    return range.isSigned() ? Range.signed(width) : Range.unsigned(width);
  }

  private int naturalWidth(int operand) {
    Node node = nodes.get(operand);
    return node instanceof Node.Extend extend ? extend.range().width() : node.width();
  }

  private int comparedWidth(int operand, boolean signed) {
    int width = naturalWidth(operand);
    return signed && !range(operand).isSigned() ? width + 1 : width;
  }
}
