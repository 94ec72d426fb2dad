package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/** The literals of the nodes of one instance of a module, lowest bit first. */
final class ModuleBits implements Node.Visitor<int[]> {
  private final Elaboration design;
  private final LogicGraph graph;
  private final HdlModule module;
  private final Map<String, int[]> inputs;
  private final SumTerms sums;
  private final int[][] bits;
  private final Map<Integer, Map<String, int[]>> instances = new HashMap<>();
  private int current;

  ModuleBits(Elaboration design, HdlModule module, Map<String, int[]> inputs) {
    this.design = design;
    this.graph = design.graph();
    this.module = module;
    this.inputs = inputs;
    this.sums = design.sums(module);
    bits = new int[module.nodes().size()][];
  }

  /** The literals of a node that has been added. */
  int[] of(int index) {
    return bits[index];
  }

  /** Adds the next node. */
  void add(int index) {
    current = index;
    if (!sums.isJoined(index)) {
      bits[index] = module.node(index).accept(this);
    }
  }

  private int[] constant(BigInteger value, int width) {
    int[] literals = new int[width];
    Arrays.setAll(literals, i -> LogicGraph.constant(value.testBit(i)));
    return literals;
  }

  private int[] bitwise(int left, int right, IntBinaryOperator gate) {
    int[] result = new int[bits[left].length];
    Arrays.setAll(result, i -> gate.applyAsInt(bits[left][i], bits[right][i]));
    return result;
  }

  private boolean isSigned(int index) {
    return module.node(index).range().isSigned();
  }

  /** An operand before it was extended. */
  private int narrow(int index) {
    return module.node(index) instanceof Node.Extend extend ? extend.operand() : index;
  }

  @Override
  public int[] visit(Node.Input node) {
    return inputs.get(node.name());
  }

  @Override
  public int[] visit(Node.Constant node) {
    return constant(node.value(), node.width());
  }

  @Override
  public int[] visit(Node.Add node) {
    return sum(node.width(), LogicGraph.FALSE);
  }

  @Override
  public int[] visit(Node.Subtract node) {
    return sum(node.width(), LogicGraph.TRUE);
  }

  private int[] sum(int width, int carryIn) {
    List<SumTerms.Term> terms = sums.of(current);
    if (terms.size() == 2) {
      int[] left = bits[terms.get(0).node()];
      int[] right = bits[terms.get(1).node()];
      int[] other = carryIn == LogicGraph.TRUE ? LogicGraph.not(right) : right;
      return Arrays.copyOf(design.adders().sum(left, other, carryIn), width);
    }
    CarrySave columns = new CarrySave(graph, width);
    for (SumTerms.Term term : terms) {
      columns.add(bits[term.node()], 0, false, term.negative());
    }
    return columns.sum(design.adders());
  }

  @Override
  public int[] visit(Node.Multiply node) {
    int left = narrow(node.left());
    int right = narrow(node.right());
    int[] a = bits[left];
    int[] b = bits[right];
    long blocks =
        design
            .fabric()
            .multiplier()
            .map(multiplier -> multiplier.blocks(a.length, b.length, node.width()))
            .orElse(0L);
    if (blocks > 0) {
      return design.multiply(a, b, node.width(), blocks);
    }
    CarrySave columns = new CarrySave(graph, node.width());
    for (int j = 0; j < b.length; j++) {
      int bit = b[j];
      int[] row = Arrays.stream(a).map(literal -> graph.and(literal, bit)).toArray();
      columns.add(row, j, isSigned(left), isSigned(right) && j + 1 == b.length);
    }
    return columns.sum(design.adders());
  }

  @Override
  public int[] visit(Node.ShiftLeft node) {
    int[] result = new int[node.width()];
    System.arraycopy(bits[node.operand()], 0, result, node.amount(), result.length - node.amount());
    return result;
  }

  @Override
  public int[] visit(Node.Extend node) {
    int[] operand = bits[node.operand()];
    int[] result = Arrays.copyOf(operand, node.width());
    int fill = isSigned(node.operand()) ? operand[operand.length - 1] : LogicGraph.FALSE;
    Arrays.fill(result, operand.length, result.length, fill);
    return result;
  }

  @Override
  public int[] visit(Node.Slice node) {
    return Arrays.copyOfRange(bits[node.operand()], node.low(), node.low() + node.width());
  }

  @Override
  public int[] visit(Node.Concat node) {
    return node.operands().stream().flatMapToInt(index -> Arrays.stream(bits[index])).toArray();
  }

  @Override
  public int[] visit(Node.Not node) {
    return LogicGraph.not(bits[node.operand()]);
  }

  @Override
  public int[] visit(Node.And node) {
    return bitwise(node.left(), node.right(), graph::and);
  }

  @Override
  public int[] visit(Node.Or node) {
    return bitwise(node.left(), node.right(), graph::or);
  }

  @Override
  public int[] visit(Node.Xor node) {
    return bitwise(node.left(), node.right(), graph::xor);
  }

  @Override
  public int[] visit(Node.Mux node) {
    int select = bits[node.select()][0];
    return bitwise(node.ifOne(), node.ifZero(), (one, zero) -> graph.mux(select, one, zero));
  }

  @Override
  public int[] visit(Node.Compare node) {
    int[] left = bits[node.left()];
    int[] right = bits[node.right()];
    if (node.comparison() == Node.Comparison.EQUAL) {
      int equal = LogicGraph.TRUE;
      for (int i = 0; i < left.length; i++) {
        equal = graph.and(equal, LogicGraph.not(graph.xor(left[i], right[i])));
      }
      return new int[] {equal};
    }
    boolean signed = isSigned(node.left()) || isSigned(node.right());
    return new int[] {
      node.comparison() == Node.Comparison.LESS
          ? design.adders().less(left, right, signed)
          : design.adders().atLeast(left, right, signed)
    };
  }

  @Override
  public int[] visit(Node.Table node) {
    LongVector values = node.values();
    return new Selection(graph, bits[node.index()], node.width())
        .of(values.size(), (word, bit) -> LogicGraph.constant((values.get(word) >> bit & 1) != 0));
  }

  @Override
  public int[] visit(Node.Register node) {
    return design.storage().outputs(node.width());
  }

  @Override
  public int[] visit(Node.Rom node) {
    return design.storage().rom(bits[node.address()], node.width(), node.words());
  }

  @Override
  public int[] visit(Node.Memory node) {
    return design
        .storage()
        .memory(
            node,
            bits[node.writeEnable()][0],
            bits[node.writeAddress()],
            bits[node.writeData()],
            bits[node.readAddress()]);
  }

  @Override
  public int[] visit(Node.Instance node) {
    Map<String, int[]> connected = new HashMap<>();
    for (int i = 0; i < node.ports().size(); i++) {
      connected.put(node.ports().get(i), bits[node.operands().get(i)]);
    }
    instances.put(current, design.instance(node.module(), connected));
    return new int[0];
  }

  @Override
  public int[] visit(Node.InstanceOutput node) {
    return instances.get(node.instance()).get(node.port());
  }

  @Override
  public int[] visit(Node.Output node) {
    return bits[node.operand()];
  }
}
